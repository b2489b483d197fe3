import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Actor() {
  return (
    <Page title="Actor">
      <Empty title="This view is being written." />
    </Page>
  );
}
