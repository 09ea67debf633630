using FundTracker.Analytics.Policies;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Carriers;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Programmes;
using FundTracker.Application.Registry;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>What a quarterly report says of carriers, programmes, cases of local re-investment, sealed evaluations and tolerance.</summary>
/// <param name="Carriers">Carriers of the fund's own district, by code; then those of others.</param>
/// <param name="Occupancy">How far the own carriers are filled.</param>
/// <param name="Programmes">Programmes, own district first.</param>
/// <param name="LocalCases">Recognised cases of local re-investment, by day; own investment is in the multiple and not repeated here.</param>
/// <param name="Sealed">The latest sealed evaluation of each fund.</param>
/// <param name="Tolerance">Funds whose loss has a tolerance, or that have lost.</param>
public sealed record LandingPages(
    IReadOnlyList<LandingPages.CarrierRow> Carriers, Figure<Percentage> Occupancy, IReadOnlyList<LandingPages.ProgrammeRow> Programmes,
    IReadOnlyList<LandingPages.CaseRow> LocalCases, IReadOnlyList<LandingPages.SealedRow> Sealed, IReadOnlyList<LandingPages.ToleranceRow> Tolerance)
{
    /// <summary>A number that is known without the records behind it.</summary>
    /// <param name="Text">What it counts, and the number.</param>
    /// <param name="IsIllustrative">Whether it is invented.</param>
    public sealed record StatedRow(BilingualName Text, bool IsIllustrative)
    {
        internal static IReadOnlyList<StatedRow> Of(RegistryState state, string subject) =>
        [
            .. StatedCard.Of(state, subject).Select(card => new StatedRow(
                BilingualName.Of($"{card.Figure.Label.Zh} {card.Number("zh-CN")}", $"{card.Figure.Label.En} {card.Number("en")}"), card.IsIllustrative)),
        ];
    }

    /// <summary>A carrier with its tenants.</summary>
    public sealed record CarrierRow(
        string Code, BilingualName Name, BilingualName? District, CarrierKind Kind, CarrierStatus Status, decimal? AreaMu,
        Figure<Percentage> Occupancy, int Signed, int Settled, int Producing, IReadOnlyList<StatedRow> Stated, bool IsIllustrative)
    {
        /// <summary>A carrier as the registry has it.</summary>
        public static CarrierRow Of(RegistryState state, Carrier carrier)
        {
            var card = CarrierCard.Of(state, carrier);
            return new CarrierRow(
                card.Code, card.Name, card.District, card.Kind, card.Status, card.AreaMu, card.Occupancy, card.Signed, card.Settled, card.Producing,
                StatedRow.Of(state, card.Code), card.IsIllustrative);
        }
    }

    /// <summary>A programme; what is done by count has no answer where only totals are known.</summary>
    public sealed record ProgrammeRow(
        string Code, BilingualName Name, BilingualName? District, string Body, Completion Completion, Figure<Percentage> Done,
        IReadOnlyList<StatedRow> Stated, bool IsIllustrative)
    {
        /// <summary>A programme as the registry has it on a day.</summary>
        public static ProgrammeRow Of(RegistryState state, Programme programme, DateOnly asOf)
        {
            var card = ProgrammeCard.Of(state, programme, asOf, ListProgrammes.DaysAtRisk);
            return new ProgrammeRow(
                card.Code, card.Name, card.District, card.Body, card.Completion, ProgrammeProgress.ByCount(programme),
                StatedRow.Of(state, card.Code), card.IsIllustrative);
        }
    }

    /// <summary>A case of local re-investment.</summary>
    /// <param name="Entry">The case.</param>
    /// <param name="Fund">Who claims it.</param>
    /// <param name="Company">The company.</param>
    public sealed record CaseRow(LocalEntry Entry, NodeEntry Fund, NodeEntry Company)
    {
        /// <summary>Whether the case is invented.</summary>
        public bool IsIllustrative => Entry.Fact!.Provenance == Provenance.Illustrative;
    }

    /// <summary>A sealed evaluation with the hash of its content.</summary>
    public sealed record SealedRow(
        NodeEntry Fund, string Scheme, string Version, BilingualName Title, int Year, decimal Points, BilingualName? Grade, DateOnly SealedOn,
        string Sha256);

    /// <summary>A fund's loss against its tolerance, percent; the tolerance is null where none is set.</summary>
    public sealed record ToleranceRow(
        NodeEntry Fund, IFigure Loss, decimal? Tolerance, bool? IsWithin, Figure<Money> Losses, int Failed, int Projects, int DutyDone);

    /// <summary>Reads all of it on the quarter's last day.</summary>
    /// <param name="view">The books on that day.</param>
    /// <param name="plans">Contribution plans of their funds.</param>
    /// <param name="book">The rules.</param>
    /// <param name="evaluations">Evaluations of the books, in any stage.</param>
    public static LandingPages Of(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook book, IEnumerable<Evaluation> evaluations)
    {
        var state = view.Registry;
        return new LandingPages(
            [.. state.Carriers.Values.OrderBy(one => !one.IsOwn).ThenBy(one => one.Code, StringComparer.Ordinal).Select(one => CarrierRow.Of(state, one))],
            Analytics.Registry.Occupancy.OfDistrict(state, formula => new FigureId($"policy.{formula}", view.Book.Root.Code)),
            [
                .. state.Programmes.Values.OrderBy(one => one.District is not null).ThenBy(one => one.Code, StringComparer.Ordinal)
                    .Select(one => ProgrammeRow.Of(state, one, view.AsOf)),
            ],
            [.. LocalLedger.Of(view, LocalTerms.On(book, view.AsOf)).Entries.Where(entry => entry.Fact is not null)
                .Select(entry => new CaseRow(entry, view.Book.Node(entry.Fund), view.Book.Node(entry.Company)))],
            [.. LatestSealed(view, evaluations)],
            [.. ToleranceReading.Of(view, plans, book).Where(loss => loss.Term is not null || loss.Projects.Failed.Any()).Select(Row)]);
    }

    private static ToleranceRow Row(FundLoss loss) => new(
        loss.Fund, loss.Loss, loss.Term?.Percent, loss.IsWithin, loss.Projects.Losses, loss.Projects.Failed.Count(), loss.Projects.Projects.Count,
        loss.Projects.Failed.Count(project => project.Duty == DutyState.Before));

    private static IEnumerable<SealedRow> LatestSealed(LedgerView view, IEnumerable<Evaluation> evaluations) =>
        from one in evaluations
        where one.Stage == EvaluationStage.Sealed && one.SealedOn <= view.AsOf && one.SealedAt <= view.KnownAt
        group one by one.Fund into funds
        let latest = funds.MaxBy(one => (one.Year, one.SealedAt))
        let fund = view.Book.Node(latest.Fund)
        let scheme = EvaluationDesk.SchemeOf(latest).Value
        orderby fund.Kind, fund.Code
        select new SealedRow(
            fund, latest.Scheme, latest.SchemeVersion, scheme.Title, latest.Year, latest.Points!.Value,
            scheme.Grades.FirstOrDefault(grade => grade.Id == latest.Grade)?.Title, latest.SealedOn!.Value, latest.Sha256!);
}
