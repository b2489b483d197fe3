import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Positions() {
  return (
    <Page title="Positions">
      <Empty title="This view is being written." />
    </Page>
  );
}
