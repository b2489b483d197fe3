import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Relations() {
  return (
    <Page title="Relations">
      <Empty title="This view is being written." />
    </Page>
  );
}
