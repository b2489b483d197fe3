import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Coming() {
  return (
    <Page title="Coming">
      <Empty title="This view is being written." />
    </Page>
  );
}
