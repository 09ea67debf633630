using FundTracker.Domain.Figures;

namespace FundTracker.Analytics.CashFlows;

/// <summary>What happened between an investor and a fund on a day.</summary>
public enum FundEventKind
{
    /// <summary>Money paid in.</summary>
    Contribution,

    /// <summary>Money received.</summary>
    Distribution,

    /// <summary>The value held at the end of the day, its own flows included.</summary>
    Nav,
}

/// <summary>One event of a fund's history.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Kind">What it is; contributions of a day stand before its distributions, and those before its NAV.</param>
/// <param name="Amount">Zero or above; which way it moves follows from the kind. One currency.</param>
public readonly record struct FundEvent(DateOnly Date, FundEventKind Kind, decimal Amount);

/// <summary>An investor's dealings with one fund up to a date, in order, with the value left at that date.</summary>
public sealed class FundHistory
{
    private readonly FundEvent[] _events;

    /// <summary>Orders events and leaves out those after the as-of date.</summary>
    /// <param name="events">Any order; amounts zero or above.</param>
    /// <param name="asOf">Last day that counts.</param>
    public FundHistory(IEnumerable<FundEvent> events, DateOnly asOf)
    {
        _events = [.. events.Where(e => e.Date <= asOf).OrderBy(e => e.Date).ThenBy(e => e.Kind)];
        AsOf = asOf;
        FinalNav = NavAt(asOf, _events.Length);
    }

    /// <summary>Last day that counts; the final value is taken as of it.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The events, by date, then kind.</summary>
    public ReadOnlySpan<FundEvent> Events => _events;

    /// <summary>The value at the as-of date; null where no NAV was ever stated.</summary>
    public RolledNav? FinalNav { get; }

    /// <summary>
    /// The latest NAV among the first events, rolled forward by the flows after its day: plus contributions, minus
    /// distributions. May fall below zero, which says that the NAV is out of date.
    /// </summary>
    /// <param name="date">The day the value is wanted for.</param>
    /// <param name="count">How many of the events to look at.</param>
    /// <returns>Null where there is no NAV among them.</returns>
    public RolledNav? NavAt(DateOnly date, int count)
    {
        decimal later = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            switch (_events[i].Kind)
            {
                case FundEventKind.Nav:
                    return new RolledNav(_events[i].Amount + later, _events[i].Date, date);
                case FundEventKind.Contribution:
                    later += _events[i].Amount;
                    break;
                default:
                    later -= _events[i].Amount;
                    break;
            }
        }

        return null;
    }

    /// <summary>All flows in the investor's view, the final value last, zero or not; without it where it is not known.</summary>
    public CashFlow[] ToCashFlows()
    {
        List<CashFlow> flows = [];
        foreach (FundEvent e in _events)
        {
            if (e.Kind != FundEventKind.Nav && e.Amount != 0)
            {
                double amount = (double)e.Amount;
                flows.Add(new CashFlow(e.Date, e.Kind == FundEventKind.Contribution ? -amount : amount));
            }
        }

        if (FinalNav is { } nav)
        {
            flows.Add(new CashFlow(AsOf, (double)nav.Amount));
        }

        return [.. flows];
    }
}

/// <summary>A NAV rolled forward.</summary>
/// <param name="Amount">The stated NAV plus later contributions less later distributions.</param>
/// <param name="StatedOn">The day of the NAV it stands on.</param>
/// <param name="Date">The day it is for.</param>
public readonly record struct RolledNav(decimal Amount, DateOnly StatedOn, DateOnly Date)
{
    /// <summary>True beyond <see cref="NavAge.StaleAfterDays"/>.</summary>
    public bool IsStale => NavAge.IsStale(StatedOn, Date);
}
