import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Encounters() {
  return (
    <Page title="Encounters">
      <Empty title="This view is being written." />
    </Page>
  );
}
