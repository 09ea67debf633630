using FundTracker.Analytics.Policies;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Carriers;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Programmes;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>What a quarterly report says of carriers, programmes, cases of local re-investment, sealed evaluations and tolerance.</summary>
/// <param name="Carriers">Carriers of the fund's own district, by code; then those of others.</param>
/// <param name="Occupancy">How far the own carriers are filled.</param>
/// <param name="Programmes">Programmes, own district first.</param>
/// <param name="Completions">How far each programme's tasks have come, by count; without an answer where only totals are known.</param>
/// <param name="LocalCases">Recognised cases of local re-investment, by day; own investment is in the multiple and not repeated here.</param>
/// <param name="Sealed">The latest sealed evaluation of each fund.</param>
/// <param name="Tolerance">Funds whose loss has a tolerance, or that have lost.</param>
public sealed record LandingPages(
    IReadOnlyList<CarrierCard> Carriers, Figure<Percentage> Occupancy, IReadOnlyList<ProgrammeCard> Programmes,
    IReadOnlyList<Figure<Percentage>> Completions, IReadOnlyList<LandingPages.CaseRow> LocalCases, IReadOnlyList<EvaluationSummary> Sealed,
    IReadOnlyList<FundLoss> Tolerance)
{
    /// <summary>A case of local re-investment.</summary>
    /// <param name="Entry">The case.</param>
    /// <param name="Fund">Who claims it.</param>
    /// <param name="Company">The company.</param>
    public sealed record CaseRow(LocalEntry Entry, NodeEntry Fund, NodeEntry Company)
    {
        /// <summary>Whether the case is invented.</summary>
        public bool IsIllustrative => Entry.Fact!.Provenance == Provenance.Illustrative;
    }

    /// <summary>Reads all of it on the quarter's last day.</summary>
    /// <param name="view">The books on that day.</param>
    /// <param name="plans">Contribution plans of their funds.</param>
    /// <param name="book">The rules.</param>
    /// <param name="evaluations">Evaluations of the books, in any stage.</param>
    public static LandingPages Of(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook book, IEnumerable<Evaluation> evaluations)
    {
        var state = view.Registry;
        var programmes = state.Programmes.Values.OrderBy(one => one.District is not null).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
        return new LandingPages(
            [.. state.Carriers.Values.OrderBy(one => !one.IsOwn).ThenBy(one => one.Code, StringComparer.Ordinal).Select(one => CarrierCard.Of(state, one))],
            Analytics.Registry.Occupancy.OfDistrict(state, formula => new FigureId($"policy.{formula}", view.Book.Root.Code)),
            programmes.ConvertAll(one => ProgrammeCard.Of(state, one, view.AsOf, ListProgrammes.DaysAtRisk)),
            programmes.ConvertAll(ProgrammeProgress.ByCount),
            [.. LocalLedger.Of(view, LocalTerms.On(book, view.AsOf)).Entries.Where(entry => entry.Fact is not null)
                .Select(entry => new CaseRow(entry, view.Book.Node(entry.Fund), view.Book.Node(entry.Company)))],
            [.. LatestSealed(view, evaluations)],
            [.. ToleranceReading.Of(view, plans, book).Where(loss => loss.Term is not null || loss.Projects.Failed.Any())]);
    }

    private static IEnumerable<EvaluationSummary> LatestSealed(LedgerView view, IEnumerable<Evaluation> evaluations) =>
        from one in evaluations
        where one.Stage == EvaluationStage.Sealed && one.SealedOn <= view.AsOf && one.SealedAt <= view.KnownAt
        group one by one.Fund into funds
        let latest = funds.MaxBy(one => (one.Year, one.SealedAt))
        let fund = view.Book.Node(latest.Fund)
        orderby fund.Kind, fund.Code
        select EvaluationSummary.Of(latest, EvaluationDesk.SchemeOf(latest).Value, fund, view.AsOf);
}
