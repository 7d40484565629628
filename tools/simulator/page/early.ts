// Runs before the first paint, so that a chosen dark theme never flashes white.
import { applyTheme, chosenTheme } from './ui/theme.ts'

applyTheme(chosenTheme())
