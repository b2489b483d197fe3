import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function WorldMap() {
  return (
    <Page title="WorldMap">
      <Empty title="This view is being written." />
    </Page>
  );
}
