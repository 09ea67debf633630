using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>
/// Finds every root of a present value in a range and proves the count: the range is split until each cell is proved to
/// hold none or one, by the sign changes of running sums at its ends or by a bounded Taylor series in it.
/// </summary>
/// <remarks>Cells end only where the sign is certain. What no split resolves, because the value stays within the
/// precision of the amounts, is reported as one touching bracket.</remarks>
internal ref struct RootIsolation
{
    /// <summary>Cells after which whatever is still undecided is reported as touching; hard cases need some hundreds.</summary>
    private const int MostCells = 20_000;

    /// <summary>Where a cell may be split, as parts of its width; the first with a certain sign is taken.</summary>
    private static readonly double[] SplitFractions = [0.5, 0.4375, 0.59375, 0.28125, 0.71875, 0.125, 0.875];

    private readonly NettedFlows _flows;
    private readonly List<RootBracket> _found;
    private readonly double _focus;
    private readonly double _focusReach;
    private int _cells;

    private RootIsolation(NettedFlows flows, double focus)
    {
        _flows = flows;
        _found = [];
        _focus = focus;
        _focusReach = 1.99 * TaylorCell.WidestReach / flows.SpanDays;
    }

    /// <summary>All brackets between two ends, ascending.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="focus">A rate near which roots are likely: splitting there first saves work and changes no answer.</param>
    public static List<RootBracket> Find(NettedFlows flows, CellEnd low, CellEnd high, double focus)
    {
        RootIsolation isolation = new(flows, focus);
        isolation.Split(low, high);
        return isolation._found;
    }

    private void Split(CellEnd low, CellEnd high)
    {
        if (low.RootsAbove == 0 || high.RootsBelow == 0)
        {
            return;
        }

        _cells++;
        if (low.RootsAbove == 1 || high.RootsBelow == 1)
        {
            AddIfCrossing(low, high);
        }
        else if (!IsDecided(low, high))
        {
            SplitFurther(low, high);
        }
    }

    private readonly bool IsDecided(CellEnd low, CellEnd high)
    {
        double middle = (low.Rate + high.Rate) / 2, half = (high.Rate - low.Rate) / 2;
        if (half * _flows.SpanDays / 2 > TaylorCell.WidestReach)
        {
            return false;
        }

        Span<double> room = stackalloc double[TaylorCell.Size];
        TaylorCell cell = TaylorCell.Of(_flows, middle, half, room);
        return IsDecidedBy(cell, low, high)
            || (cell.IsBlurred && IsDecidedBy(TaylorCell.Precisely(_flows, middle, half, room), low, high));
    }

    private readonly bool IsDecidedBy(TaylorCell cell, CellEnd low, CellEnd high)
    {
        if (cell.HasNoRoot())
        {
            return true;
        }

        double curvature = cell.Curvature();
        if (cell.IsMonotone() || (curvature != 0 && (low.Sign != high.Sign || low.Sign * curvature < 0)))
        {
            // A convex stretch crosses once between ends of unlike signs, and not at all below two negative ends.
            AddIfCrossing(low, high);
            return true;
        }

        double half = (high.Rate - low.Rate) / 2, middle = (low.Rate + high.Rate) / 2;
        return curvature != 0
            && IsTurningDecided(low, high, middle + (half * cell.Extremum()), curvature / (half * half));
    }

    /// <summary>Decides a convex stretch with positive ends (or its mirror image) at its lowest point.</summary>
    private readonly bool IsTurningDecided(CellEnd low, CellEnd high, double turning, double curvature)
    {
        turning = RefineTurning(turning, low.Rate, high.Rate);
        int sign = PresentValueSign.At(_flows, turning);
        if (sign == -low.Sign)
        {
            _found.Add(new RootBracket(low.Rate, turning, IsTouching: false, (low.Rate + turning) / 2));
            _found.Add(new RootBracket(turning, high.Rate, IsTouching: false, (turning + high.Rate) / 2));
            return true;
        }

        if (sign == 0)
        {
            _found.Add(new RootBracket(NearestSigned(low.Rate, turning), NearestSigned(high.Rate, turning), IsTouching: true, turning));
            return true;
        }

        // Convexity: the stretch lies nowhere lower than value − slope² / (2 · curvature), all at the turning point. The
        // curvature is scaled for the middle of the cell; e^(−widest reach) covers the way to the turning point.
        CentredDerivatives at = CentredDerivatives.At(_flows, turning);
        double leastCurvature = Math.Abs(curvature) * Math.Exp(-TaylorCell.WidestReach);
        double drop = at.Slope * at.Slope / (2 * leastCurvature);
        double precise = PresentValueSign.Precise(_flows, turning);
        return Math.Abs(precise) > drop + (PresentValueSign.UndecidedFraction * at.Absolute);
    }

    /// <summary>From an end of a cell towards a turning point without a sign, halving the way while the sign is certain and there is a way:
    /// convexity keeps the rest of the cell clear.</summary>
    private readonly double NearestSigned(double end, double turning)
    {
        double nearer = (end + turning) / 2;
        while (nearer != end && PresentValueSign.At(_flows, nearer) != 0)
        {
            end = nearer;
            nearer = (end + turning) / 2;
        }

        return end;
    }

    /// <summary>Newton's method on the slope, kept in the cell: where the slope changes no sign in it, the turning point is an end.</summary>
    private readonly double RefineTurning(double turning, double low, double high)
    {
        for (int i = 0; i < 4; i++)
        {
            CentredDerivatives at = CentredDerivatives.At(_flows, turning);
            turning = Math.Clamp(turning - (at.Slope / at.Curvature), low, high);
        }

        return turning;
    }

    private void SplitFurther(CellEnd low, CellEnd high)
    {
        if (SplitAt(low, high, _focus - _focusReach) || SplitAt(low, high, _focus + _focusReach))
        {
            return;
        }

        foreach (double fraction in SplitFractions)
        {
            if (SplitAt(low, high, low.Rate + ((high.Rate - low.Rate) * fraction)))
            {
                return;
            }
        }

        double centre = CentredDerivatives.ClusterCentre(_flows, low.Rate, high.Rate);
        _found.Add(new RootBracket(low.Rate, high.Rate, IsTouching: true, centre));
    }

    /// <summary>Splits a cell where the sign is certain.</summary>
    /// <returns>False where it isn't, the rate is no inner one, or too many cells were split.</returns>
    private bool SplitAt(CellEnd low, CellEnd high, double rate)
    {
        if (!(rate > low.Rate && rate < high.Rate) || _cells >= MostCells)
        {
            return false;
        }

        int sign = PresentValueSign.At(_flows, rate);
        if (sign == 0)
        {
            return false;
        }

        CellEnd middle = CellEnd.At(_flows, rate, sign);
        Split(low, middle);
        Split(middle, high);
        return true;
    }

    private readonly void AddIfCrossing(CellEnd low, CellEnd high)
    {
        if (low.Sign != high.Sign)
        {
            _found.Add(new RootBracket(low.Rate, high.Rate, IsTouching: false, (low.Rate + high.Rate) / 2));
        }
    }
}

/// <summary>An end of a cell: a rate, the certain sign of the present value there, and what the running sums bound.</summary>
/// <param name="Rate">Daily log rate.</param>
/// <param name="Sign">+1 or −1.</param>
/// <param name="RootsAbove">Most roots above the rate; <see cref="SignChanges.Unknown"/> where not proved.</param>
/// <param name="RootsBelow">Most roots below the rate; <see cref="SignChanges.Unknown"/> where not proved.</param>
internal readonly record struct CellEnd(double Rate, int Sign, int RootsAbove, int RootsBelow)
{
    public static CellEnd At(NettedFlows flows, double rate, int sign) =>
        new(rate, sign, SignChanges.Above(flows, rate), SignChanges.Below(flows, rate));
}
