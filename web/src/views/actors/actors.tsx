import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Actors() {
  return (
    <Page title="Actors">
      <Empty title="This view is being written." />
    </Page>
  );
}
