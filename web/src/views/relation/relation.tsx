import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Relation() {
  return (
    <Page title="Relation">
      <Empty title="This view is being written." />
    </Page>
  );
}
