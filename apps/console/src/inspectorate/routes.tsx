import { Route } from 'react-router';
import { late } from '../forms/routes';

const recommendation = () => import('./recommendation-page');

/** Pages of the inspectorate. */
export const INSPECTORATE = (
  <>
    <Route path="/inspections" element={late(async () => (await import('./inspections-page')).InspectionsPage)} />
    <Route path="/inspections/:id" element={late(async () => (await import('./inspection-page')).InspectionPage)} />
    <Route
      path="/inspections/:id/draw"
      element={late(async () => (await import('./draw-sample-page')).DrawSamplePage)}
    />
    <Route path="/inspections/:id/tables" element={late(async () => (await import('./tables-page')).TablesPage)} />
    <Route
      path="/inspections/:id/files/:case"
      element={late(async () => (await import('./examine-page')).ExaminePage)}
    />
    <Route
      path="/inspections/:id/samples/:sample"
      element={late(async () => (await import('./sample-page')).SamplePage)}
    />
    <Route
      path="/inspections/:id/samples/:sample/files/:case"
      element={late(async () => (await import('./availability-form')).AvailabilityPage)}
    />
    <Route
      path="/recommendations"
      element={late(async () => (await import('./recommendations-page')).RecommendationsPage)}
    />
    <Route path="/recommendations/:id" element={late(async () => (await recommendation()).RecommendationPage)} />
    <Route
      path="/recommendations/:id/progress"
      element={late(async () => (await recommendation()).RecommendationProgressPage)}
    />
  </>
);
