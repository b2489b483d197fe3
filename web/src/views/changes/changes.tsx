import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Changes() {
  return (
    <Page title="Changes">
      <Empty title="This view is being written." />
    </Page>
  );
}
