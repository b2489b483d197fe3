import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Reports() {
  return (
    <Page title="Reports">
      <Empty title="This view is being written." />
    </Page>
  );
}
