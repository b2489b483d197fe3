import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { asApiError } from "./data/answer.ts";
import { type ApiError, locked } from "./data/api.ts";
import { Foot } from "./shell/foot.tsx";
import { Help } from "./shell/help.tsx";
import { Lock } from "./shell/lock.tsx";
import { Masthead } from "./shell/masthead.tsx";
import { Toasts } from "./shell/toast.tsx";
import { Page } from "./ui/basics.tsx";
import { Empty, Failed } from "./ui/states.tsx";

// Each view is a file of its own, loaded when it is first opened.
const Today = lazy(() => import("./views/today/today.tsx"));
const Reports = lazy(() => import("./views/reports/reports.tsx"));
const Report = lazy(() => import("./views/report/report.tsx"));
const Actors = lazy(() => import("./views/actors/actors.tsx"));
const Actor = lazy(() => import("./views/actor/actor.tsx"));
const Relations = lazy(() => import("./views/relations/relations.tsx"));
const Relation = lazy(() => import("./views/relation/relation.tsx"));
const Brief = lazy(() => import("./views/brief/brief.tsx"));
const Encounters = lazy(() => import("./views/encounters/encounters.tsx"));
const Encounter = lazy(() => import("./views/encounter/encounter.tsx"));
const Coming = lazy(() => import("./views/coming/coming.tsx"));
const Positions = lazy(() => import("./views/positions/positions.tsx"));
const Ask = lazy(() => import("./views/ask/ask.tsx"));
const Find = lazy(() => import("./views/find/find.tsx"));
const Network = lazy(() => import("./views/network/network.tsx"));
const WorldMap = lazy(() => import("./views/map/map.tsx"));
const Inbox = lazy(() => import("./views/inbox/inbox.tsx"));
const Changes = lazy(() => import("./views/changes/changes.tsx"));

/** The desk: masthead, the view of the address, foot. */
export function App() {
  const [help, setHelp] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  return (
    <LocationProvider>
      <a class="skip" href="#view">
        Skip to the view
      </a>
      <Masthead />
      <main id="view" tabIndex={-1}>
        {locked.value ? (
          <Lock />
        ) : (
          <ErrorBoundary onError={(error: Error) => setFailure(asApiError(error))}>
            {failure ? (
              <Page title="This page failed">
                <Failed error={failure} retry={() => location.reload()} />
              </Page>
            ) : (
              <Router onRouteChange={() => scrollTo(0, 0)}>
                <Route path="/" component={Today} />
                <Route path="/reports" component={Reports} />
                <Route path="/reports/:id" component={Report} />
                <Route path="/actors" component={Actors} />
                <Route path="/actors/:id" component={Actor} />
                <Route path="/relations" component={Relations} />
                <Route path="/relations/:a/:b" component={Relation} />
                <Route path="/relations/:a/:b/brief" component={Brief} />
                <Route path="/encounters" component={Encounters} />
                <Route path="/encounters/:id" component={Encounter} />
                <Route path="/coming" component={Coming} />
                <Route path="/positions" component={Positions} />
                <Route path="/ask" component={Ask} />
                <Route path="/find" component={Find} />
                <Route path="/network" component={Network} />
                <Route path="/map" component={WorldMap} />
                <Route path="/inbox" component={Inbox} />
                <Route path="/changes" component={Changes} />
                <Route default component={Nowhere} />
              </Router>
            )}
          </ErrorBoundary>
        )}
      </main>
      <Foot onHelp={() => setHelp(true)} />
      <Help open={help} onOpen={() => setHelp(true)} onClose={() => setHelp(false)} />
      <Toasts />
    </LocationProvider>
  );
}

const Nowhere = () => (
  <Page title="There is no such page">
    <Empty title="The address leads to no view of the desk.">
      <p>
        Begin at <a href="/">Today</a>, or ask in the box above.
      </p>
    </Empty>
  </Page>
);
