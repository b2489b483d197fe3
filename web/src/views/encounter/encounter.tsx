import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Encounter() {
  return (
    <Page title="Encounter">
      <Empty title="This view is being written." />
    </Page>
  );
}
