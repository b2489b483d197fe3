import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Inbox() {
  return (
    <Page title="Inbox">
      <Empty title="This view is being written." />
    </Page>
  );
}
