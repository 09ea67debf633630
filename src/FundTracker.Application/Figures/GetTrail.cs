using System.Globalization;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Pacing;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Policies;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Tolerance;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Books;
using FundTracker.Application.Indices;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Registry;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Figures;

/// <summary>Opens a figure: its formula, its inputs, and behind them the ledger lines with their documents and approvals.</summary>
public static class GetTrail
{
    /// <summary>Asks how a figure comes about.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Figure">Address of the figure, such as <c>tvpi@LUZHOU1</c>.</param>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant; null for now.</param>
    /// <param name="LinesMax">How many lines to give per input, 1 to 5,000; how many there are is always said.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Figure, DateOnly AsOf, Stamp? KnownAt = null, int LinesMax = 200) : IQuery<Answer>, IAboutFund
    {
        /// <summary>The fund that the figure's address speaks of: of its own a sub-fund's manager reads the trail.</summary>
        string IAboutFund.Fund => FigureId.TryParse(Figure, out var id) ? id.Scope.Split('/')[0] : "";
    }

    /// <summary>The figure and its inputs.</summary>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, Node Figure);

    /// <summary>A figure in the trail.</summary>
    /// <param name="Role">Part it plays in the figure above; empty at the top.</param>
    /// <param name="Figure">The figure.</param>
    /// <param name="Inputs">Figures that it follows from.</param>
    /// <param name="Lines">Lines that it follows from.</param>
    /// <param name="Facts">Facts that it read.</param>
    /// <param name="Entries">Entries of the registry that it read.</param>
    /// <param name="Day">Its day, where that is another than that of the figure asked for; else null.</param>
    public sealed record Node(
        string Role, IFigure Figure, IReadOnlyList<Node> Inputs, IReadOnlyList<Lines> Lines, IReadOnlyList<FactUse> Facts,
        IReadOnlyList<EntryUse> Entries, DateOnly? Day = null);

    /// <summary>Lines of one input.</summary>
    /// <param name="Role">Part they play.</param>
    /// <param name="Total">What they amount to in the formula; null where they state levels or are weighted.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="Shown">The first of them, by sequence.</param>
    public sealed record Lines(string Role, Money? Total, int Count, IReadOnlyList<Line> Shown);

    /// <summary>A ledger line.</summary>
    public sealed record Line(
        long Sequence, DateOnly EffectiveDate, Stamp RecordedAt, LineKind Kind, string HolderCode, BilingualName Holder, string InvesteeCode,
        BilingualName Investee, Money Amount, long ImpactOnUnfunded, Provenance Provenance, long? Reverses, string RecordedBy, string ApprovedBy,
        DocumentId? Document, string Reference, string Note, RecordFields Invented = RecordFields.None);

    /// <summary>A fact that was read.</summary>
    public sealed record FactUse(string Role, string SubjectCode, BilingualName Subject, FactEntry? Fact);

    /// <summary>An entry of the registry that was read.</summary>
    /// <param name="Role">Part it plays.</param>
    /// <param name="Name">Whom it speaks of.</param>
    /// <param name="Amount">What it adds: an amount or a quantity.</param>
    /// <param name="Card">The entry.</param>
    public sealed record EntryUse(string Role, BilingualName Name, object Amount, EntryCard Card);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Figure).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.LinesMax).InclusiveBetween(1, 5000);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var read = await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation);
            if (!read.IsSuccess) return Result<Answer>.Refused(read.Errors);
            var view = read.Value;
            if (!FigureId.TryParse(q.Figure, out var id)) return PipelineErrors.NotFound("figure", q.Figure);
            if (IsOfRules(id) && !library.Evidence.IsSuccess) return Result<Answer>.Refused(library.Evidence.Errors);
            var index = await IndexShelf.Take(desk, FigureFinder.IndexOf(id), view.KnownAt, cancellation);
            if (!index.IsSuccess) return Result<Answer>.Refused(index.Errors);
            if (await Find(view, id, index.Value, cancellation) is not { } figure) return PipelineErrors.NotFound("figure", q.Figure);
            return new Answer(view.AsOf, view.KnownAt, await new Opening(desk, view, q.LinesMax, cancellation).Open("", figure));
        }

        private static bool IsOfRules(FigureId id) => id.Formula.StartsWith("policy.", StringComparison.Ordinal);

        private async Task<IFigure?> Find(LedgerView view, FigureId id, ChosenIndex? index, CancellationToken cancellation)
        {
            if (id.Formula.StartsWith("gate.", StringComparison.Ordinal) || id.Formula.StartsWith("phase.", StringComparison.Ordinal))
                return await FindInPlan(view, id, cancellation);
            if (!IsOfRules(id)) return FigureFinder.Find(view, id, index);
            var root = view.Book.MotherFund;
            var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
            return new PolicyReader(view, plans, library.Rules.Value).Find(id, library.Evidence.Value);
        }

        private async Task<IFigure?> FindInPlan(LedgerView view, FigureId id, CancellationToken cancellation)
        {
            if (view.Book.FindNode(id.Scope.Split('/')[0]) is not { } node) return null;
            var fund = node.Id;
            var plan = await desk.Db.ContributionPlans.AsNoTracking().SingleOrDefaultAsync(one => one.Fund == fund, cancellation);
            if (plan?.RecordedAt > view.KnownAt) plan = null;
            var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.Fund == fund).ToListAsync(cancellation);
            if (id.Formula.StartsWith("gate.", StringComparison.Ordinal)) return plan is null ? null : GateEngine.Find(view, plan, calls, id);
            return PhaseProgress.Of(view, node, plan, calls).SelectMany(phase => new[] { phase.Called, phase.Paid }).FirstOrDefault(one => one.Id == id);
        }
    }

    /// <summary>Opens a figure with all that it follows from. One that is an input of several is read once: lines are asked of the database.</summary>
    private sealed class Opening(Desk desk, LedgerView view, int linesMax, CancellationToken cancellation)
    {
        private readonly Dictionary<(FigureId Id, DateOnly Day), Node> opened = [];

        public Task<Node> Open(string role, IFigure figure) => Open(role, figure, view);

        private async Task<Node> Open(FigureInput input, LedgerView on) =>
            await Open(input.Role, input.Figure, on.On(input.Day ?? on.AsOf)) with { Day = input.Day };

        private async Task<Node> Open(string role, IFigure figure, LedgerView on)
        {
            if (opened.TryGetValue((figure.Id, on.AsOf), out var before)) return before with { Role = role };
            var (inputs, lines, facts, entries) = (new List<Node>(), new List<Lines>(), new List<FactUse>(), new List<EntryUse>());
            foreach (var input in figure.Trail.Inputs)
            {
                if (input is FigureInput inner) inputs.Add(await Open(inner, on));
                else if (input is LinesInput selection) lines.Add(await Read(selection, on));
                else if (input is RegistryInput read) entries.Add(new EntryUse(read.Role, read.Name, read.Amount, EntryCard.Of(read.Entry)));
                else if (input is FactInput fact && view.Book.Node(fact.Subject) is { } subject) facts.Add(new FactUse(fact.Role, subject.Code, subject.Name, fact.Fact));
            }

            return opened[(figure.Id, on.AsOf)] = new Node(role, figure, inputs, lines, facts, entries);
        }

        private async Task<Lines> Read(LinesInput selection, LedgerView on)
        {
            var all = selection.Lines(on).ToList();
            var keys = all.Take(linesMax).Select(i => LedgerLine.KeyOf(view.Book.Chain, i + 1)).ToList();
            var stored = new List<LedgerLine>(keys.Count);
            foreach (var chunk in keys.Chunk(500))
            {
                var wanted = chunk.ToList();
                stored.AddRange(await desk.Db.Lines.AsNoTracking().Where(line => wanted.Contains(line.Id)).OrderBy(line => line.Id).ToListAsync(cancellation));
            }

            return new Lines(selection.Role, selection.Total, all.Count, [.. stored.Select(line => ToLine(line, view.Book))]);
        }

        private static Line ToLine(LedgerLine line, BookSnapshot book)
        {
            var edge = book.Edges[book.IndexOf(line.Edge)];
            var (holder, investee) = (book.Node(edge.Holder), book.Node(edge.Investee));
            return new Line(
                line.Sequence, line.EffectiveDate, line.RecordedAt, line.Kind, holder.Code, holder.Name, investee.Code, investee.Name, line.Amount,
                line.ImpactOnUnfunded, line.Provenance, line.Reverses, line.RecordedBy, line.ApprovedBy, line.Document, line.Reference, line.Note,
                line.Invented);
        }
    }
}

/// <summary>Finds a figure by its address: computes the part of the portfolio that it speaks of and searches it and its inputs.</summary>
internal static class FigureFinder
{
    private const string IndexPart = "/index:";

    /// <summary>Code of the index that a figure's address names; null for none.</summary>
    public static string? IndexOf(FigureId id) =>
        id.Scope.IndexOf(IndexPart, StringComparison.Ordinal) is >= 0 and var at ? id.Scope[(at + IndexPart.Length)..] : null;

    public static IFigure? Find(LedgerView view, FigureId id, ChosenIndex? index)
    {
        foreach (var root in Candidates(view, id, index))
            if (Search(root, id, depth: 0) is { } found) return found;
        return null;
    }

    private static IEnumerable<IFigure> Candidates(LedgerView view, FigureId id, ChosenIndex? index)
    {
        if (id.Formula.StartsWith("leverage.", StringComparison.Ordinal))
            return LeverageEngine.Find(view, id.Scope)?.Ratios.Select(ratio => ratio.Ratio) ?? [];
        if (id.Formula.StartsWith("lookThrough.", StringComparison.Ordinal))
        {
            var exposure = LookThrough.Of(view);
            return [exposure.Coverage, exposure.Residual, exposure.TopTen, exposure.Herfindahl, .. exposure.Slices.Select(slice => slice.Share)];
        }

        if (id.Formula.StartsWith("registry.", StringComparison.Ordinal) && view.Registry.Carriers.GetValueOrDefault(id.Scope) is { } carrier) return [Occupancy.OfCarrier(view.Registry, carrier)];
        if (id.Formula.StartsWith("registry.", StringComparison.Ordinal) && view.Registry.Programmes.GetValueOrDefault(id.Scope) is { } programme) return [ProgrammeProgress.ByCount(programme)];
        if (id.Formula.StartsWith("chain.", StringComparison.Ordinal)) return ChainMap.Of(view).SelectMany(row => row.Cells.Select(cell => cell.Invested));
        if (id.Formula.StartsWith("social.", StringComparison.Ordinal)) return Social(view, id);
        if (id.Formula.StartsWith(PortfolioPacing.Formulas, StringComparison.Ordinal)) return PortfolioPacing.Near(view, id);
        var code = id.Scope.Split('/')[0];
        if (id.Formula.StartsWith(RollingUse.Formulas, StringComparison.Ordinal))
            return view.Book.FindNode(code) is { } rolled ? RollingUse.Of(view, rolled).All : [];
        if (id.Formula.StartsWith("tolerance.", StringComparison.Ordinal))
            return view.Book.FindNode(code) is { Kind: NodeKind.MotherFund or NodeKind.SubFund } judged ? FundTolerance.Of(view, judged).All : [];
        if (RatioPolicies.Names.Any(policy => id.Scope.Contains($"/{policy}:", StringComparison.Ordinal)))
            return PolicyReadings.Of(view, code).SelectMany(policy => policy.Options).SelectMany(option => option.All);
        if (id.Formula.StartsWith("waterfall.", StringComparison.Ordinal))
            return view.Book.FindNode(code) is { } shared && FundWaterfall.Of(view, shared) is { IsSuccess: true } waterfall ? waterfall.Value.All : [];
        if (id.Formula.StartsWith(NavRollForward.Formulas, StringComparison.Ordinal)) return RollForwardEngine.Find(view, id)?.All ?? [];
        if (PerformanceEngine.Computes(id.Formula)) return PerformanceEngine.Of(view, code, index)?.All ?? [];
        IReadOnlyList<IFigure> figures = FundFigureEngine.Of(view, code) is { } fund ? fund.WithRate : [];
        return view.Book.FindNode(code) is { } node ? [.. figures, MotherFundNav.Cash(view, node), MotherFundNav.Liabilities(view, node), MotherFundNav.Of(view)] : figures;
    }

    private static IEnumerable<IFigure> Social(LedgerView view, FigureId id)
    {
        var part = id.Scope.Split('/').FirstOrDefault(part => part.StartsWith("year:", StringComparison.Ordinal));
        if (part is null || !int.TryParse(part.AsSpan("year:".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return [];
        var results = SocialEngine.Of(view, view.Registry, year);
        return [.. results.Totals.SelectMany(total => new[] { total.InFull, total.ByShare }), results.FollowOn, results.FollowOnByShare, .. results.Companies.SelectMany(row => new IFigure[] { row.Share, row.FollowOn })];
    }

    private static IFigure? Search(IFigure figure, FigureId id, int depth)
    {
        if (figure.Id == id) return figure;
        if (depth > 6) return null;
        return figure.Trail.Inputs.OfType<FigureInput>().Select(input => Search(input.Figure, id, depth + 1)).FirstOrDefault(found => found is not null);
    }
}
