import { Page } from "../../ui/basics.tsx";
import { Empty } from "../../ui/states.tsx";

export default function Ask() {
  return (
    <Page title="Ask">
      <Empty title="This view is being written." />
    </Page>
  );
}
