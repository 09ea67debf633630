using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>The present value centred on the middle of its dates, with its first two derivatives by the daily log rate,
/// scaled as <see cref="TaylorCell"/> scales them: the largest factor is 1, as in <see cref="PresentValueSign"/>.</summary>
internal readonly record struct CentredDerivatives(double Value, double Slope, double Curvature, double Absolute)
{
    public static CentredDerivatives At(NettedFlows flows, double rate)
    {
        double reach = flows.SpanDays / 2.0, centre = flows.FirstDay + reach, scale = Math.Abs(rate) * reach;
        double value = 0, slope = 0, curvature = 0, absolute = 0;
        for (int i = 0; i < flows.Count; i++)
        {
            double s = flows.Days[i] - centre;
            double w = flows.Amounts[i] * Math.Exp(-(rate * s) - scale);
            value += w;
            slope -= w * s;
            curvature += w * s * s;
            absolute += Math.Abs(w);
        }

        return new CentredDerivatives(value, slope, curvature, absolute);
    }

    /// <summary>The best single rate for roots that can't be told apart: the root of the derivative that still crosses.</summary>
    /// <remarks>A root of multiplicity m is a simple, well-conditioned root of derivative m − 1. The multiplicity is that
    /// of the Taylor term that dominates at ten times the cluster's half width.</remarks>
    public static double ClusterCentre(NettedFlows flows, double low, double high)
    {
        Span<double> room = stackalloc double[TaylorCell.Size];
        double centre = (low + high) / 2, half = (high - low) / 2;
        double wide = Math.Min(10 * half, TaylorCell.WidestReach / (flows.SpanDays / 2.0));
        TaylorCell cell = TaylorCell.Of(flows, centre, wide, room);
        int multiplicity = 1;
        for (int k = 2; k < TaylorCell.Size; k++)
        {
            if (Math.Abs(cell.Coefficient(k)) > Math.Abs(cell.Coefficient(multiplicity)))
            {
                multiplicity = k;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            cell = TaylorCell.Of(flows, centre, wide, room);
            double step = wide * cell.Coefficient(multiplicity - 1) / (multiplicity * cell.Coefficient(multiplicity));
            double next = centre - step;
            if (!(next > low && next < high))
            {
                break;
            }

            centre = next;
        }

        return centre;
    }
}
