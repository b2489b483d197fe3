import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Find() {
  return (
    <Page title="Find">
      <Empty title="This view is being written." />
    </Page>
  );
}
