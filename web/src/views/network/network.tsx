import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Network() {
  return (
    <Page title="Network">
      <Empty title="This view is being written." />
    </Page>
  );
}
