import { useRoute } from "preact-iso";
import { Page } from "../../ui/basics.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Desk } from "./desk.tsx";
import { useReport } from "./use-report.ts";
import "../changes/layer.css";
import "./report.css";
import "./entries.css";
import "./forms.css";

/** A report: its text with what was read from it, and the ways to set that right. */
export default function Report() {
  const { id = "" } = useRoute().params;
  const asked = useReport(id);
  const { data, error, reload } = asked.report;
  if (data) return <Desk report={data} layers={asked.layers} misfits={asked.misfits} key={data.id} />;
  return (
    <Page title="Report" kicker={<a href="/reports">Reports</a>}>
      {error ? (
        <Failed error={error} retry={reload}>
          <p>
            <a href="/reports">All reports</a> of the record are in their list.
          </p>
        </Failed>
      ) : (
        <Loading what="the report" lines={9} />
      )}
    </Page>
  );
}
