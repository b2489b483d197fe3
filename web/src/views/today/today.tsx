import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Today() {
  return (
    <Page title="Today">
      <Empty title="This view is being written." />
    </Page>
  );
}
