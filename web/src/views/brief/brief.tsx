import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Brief() {
  return (
    <Page title="Brief">
      <Empty title="This view is being written." />
    </Page>
  );
}
