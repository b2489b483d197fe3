import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Report() {
  return (
    <Page title="Report">
      <Empty title="This view is being written." />
    </Page>
  );
}
