import { comparisonChart } from './comparison-chart.ts'
import { offerChart } from './offer-chart.ts'
import type { PictureSpec } from './picture-spec.ts'

/** A picture as SVG. */
export function drawPicture(spec: PictureSpec): string {
  switch (spec.kind) {
    case 'offer':
      return offerChart(spec)
    case 'comparison':
      return comparisonChart(spec)
  }
}
