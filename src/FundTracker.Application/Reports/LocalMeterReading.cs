using FundTracker.Analytics.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>The meter.</summary>
/// <param name="AsOf">Effective day.</param>
/// <param name="KnownAt">Recorded instant that was used.</param>
/// <param name="Reading">The multiple.</param>
/// <param name="Floors">Rules in force that ask for at least so much, lowest first.</param>
/// <param name="Ladders">Schemes in force that give points by it.</param>
public sealed record LocalMeterReading(
    DateOnly AsOf, Stamp KnownAt, InputReading Reading, IReadOnlyList<LocalMeterReading.Floor> Floors, IReadOnlyList<LocalMeterReading.SchemeLadder> Ladders)
{
    /// <summary>What a rule asks for.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Limit">The multiple.</param>
    public sealed record Floor(Rule Rule, decimal Limit);

    /// <summary>Points of a scheme.</summary>
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="Of">Most points.</param>
    /// <param name="Points">Points of the multiple as it is; null where it has no answer.</param>
    /// <param name="Bands">Bands, lowest first.</param>
    /// <param name="AtFloors">Points at each floor, in their order.</param>
    public sealed record SchemeLadder(
        string Scheme, BilingualName Title, decimal Of, decimal? Points, IReadOnlyList<Band> Bands, IReadOnlyList<decimal> AtFloors);
}
