using FundTracker.Analytics.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;

namespace FundTracker.Application.Evaluations;

/// <summary>Reads the meter of local re-investment from books: what the meter on screen and the quarterly report share.</summary>
internal static class LocalReading
{
    private const string Multiple = "localMultiple";

    /// <summary>The meter of a fund on the day of a view, by the rules and schemes in force on it.</summary>
    public static LocalMeterReading Of(
        LedgerView view, PolicyReader reader, Rulebook book, IReadOnlyList<Scheme> schemes, PolicySubject subject)
    {
        var reading = reader.Compute(Multiple, subject);
        var floors = FloorsOn(book, view.AsOf);
        return new LocalMeterReading(view.AsOf, view.KnownAt, reading, floors, Ladders(schemes, view.AsOf, reading.Number, floors));
    }

    private static IReadOnlyList<LocalMeterReading.Floor> FloorsOn(Rulebook book, DateOnly day) =>
    [
        .. from rule in book.Rules
           where rule.IsInForce(day)
           from check in rule.Checks
           where check.Input == Multiple && check.Must is Demand.AtLeast or Demand.Above
           let limit = rule.Parameter(check.Limit!)?.Value
           where limit is not null
           orderby limit, rule.Id
           select new LocalMeterReading.Floor(rule, limit.Value),
    ];

    private static IReadOnlyList<LocalMeterReading.SchemeLadder> Ladders(
        IReadOnlyList<Scheme> schemes, DateOnly day, decimal? multiple, IReadOnlyList<LocalMeterReading.Floor> floors) =>
    [
        .. from scheme in schemes
           where !scheme.IsTemplate && day >= scheme.EffectiveFrom
           from indicator in scheme.Groups.SelectMany(part => part.Indicators)
           from ladder in indicator.Ladders
           where ladder.Input == Multiple
           select new LocalMeterReading.SchemeLadder(
               scheme.Id, scheme.Title, indicator.Of, multiple is { } number ? ladder.PointsOf(number) : null, ladder.Bands,
               [.. floors.Select(floor => ladder.PointsOf(floor.Limit))]),
    ];
}
