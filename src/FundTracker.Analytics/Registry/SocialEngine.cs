using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Registry;

/// <summary>
/// Rolls companies' years up. In full a company counts as it is; by share it counts with the mother fund's look-through money in it (its
/// paid-in share of each fund times what that fund put in) over what the company raised in its rounds. A company whose raised money is not
/// known counts in full only. Rounding is half away from zero, of the total.
/// </summary>
public sealed class SocialEngine
{
    private static readonly KindSet Raised = KindSet.Of(LineKind.RoundRaised);
    private readonly LedgerView view;
    private readonly RegistryState registry;
    private readonly int year;
    private readonly IReadOnlyDictionary<NodeId, decimal> shares;
    private readonly string scope;

    private SocialEngine(LedgerView view, RegistryState registry, int year)
    {
        (this.view, this.registry, this.year) = (view, registry, year);
        shares = LookThrough.Shares(view);
        scope = $"{view.Book.Root.Code}/year:{year}";
    }

    /// <summary>The results of a year.</summary>
    /// <param name="view">The books.</param>
    /// <param name="registry">The registry on the same day, as known at the same instant.</param>
    /// <param name="year">The year.</param>
    public static SocialResults Of(LedgerView view, RegistryState registry, int year) => new SocialEngine(view, registry, year).Results();

    private SocialResults Results()
    {
        var companies = AllHeld().ToList();
        var rows = companies.ConvertAll(company => company.ToRow(this));
        var followed = rows.Zip(companies).Where(pair => pair.First.FollowOn.Value is not null).ToList();
        return new SocialResults(
            year, rows, [.. Enum.GetValues<SocialMeasure>().Select(measure => Total(measure, companies))], FollowOnOfAll([.. followed.Select(pair => pair.Second)]),
            FollowOnByShare([.. followed.Select(pair => pair.Second)]), followed.Count);
    }

    private IEnumerable<Held> AllHeld() =>
        from node in view.Book.Nodes
        where node.Kind == NodeKind.PortfolioCompany && node.RecordedAt <= view.KnownAt
        let edges = view.Book.EdgesInto(node.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding
            && view.Book.Edges[edge].Currency == view.Book.Root.Currency && view.Sum(edge, LineKinds.InvestmentKinds) > 0).ToList()
        where edges.Count > 0
        orderby node.Code
        select new Held(
            node, edges, [.. view.Book.EdgesInto(node.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Own)],
            edges.Sum(edge => view.Sum(edge, LineKinds.InvestmentKinds)),
            edges.Sum(edge => view.Sum(edge, LineKinds.InvestmentKinds) * shares.GetValueOrDefault(view.Book.Edges[edge].Holder)),
            registry.Years.GetValueOrDefault((node.Code, year)));

    private SocialTotal Total(SocialMeasure measure, IReadOnlyList<Held> companies)
    {
        var stated = companies.Where(company => Read(measure, company.Year) is not null).ToList();
        var withShare = stated.Where(company => company.ShareIn(view) is not null).ToList();
        var name = measure.ToString().ToLowerInvariant();
        return new SocialTotal(
            measure, Sum($"social.{name}.inFull", measure, stated, _ => 1m), Sum($"social.{name}.byShare", measure, withShare, company => company.ShareIn(view)!.Value),
            stated.Count, withShare.Count, companies.Count);
    }

    private IFigure Sum(string formula, SocialMeasure measure, IReadOnlyList<Held> companies, Func<Held, decimal> part)
    {
        var id = new FigureId(formula, scope);
        var isMoney = measure is SocialMeasure.Revenue or SocialMeasure.Tax or SocialMeasure.Research;
        var reason = FigureReasons.NobodyStated(year);
        if (companies.Count == 0) return isMoney ? Figure<Money>.None(id, reason) : Figure<Quantity>.None(id, reason);
        var currency = view.Book.Root.Currency;
        var sum = companies.Sum(company => Read(measure, company.Year)!.Value * part(company));
        var inputs = companies.Select(company => new RegistryInput("companyYear", company.Node.Name, Amount(measure, company.Year!), company.Year!.Entry)).ToList<TrailInput>();
        if (formula.EndsWith("byShare", StringComparison.Ordinal))
            inputs.AddRange(companies.Select(company => new FigureInput("share", Share(company))));
        return isMoney
            ? Figure<Money>.Of(id, Money.FromMinor((long)decimal.Round(sum, 0, MidpointRounding.AwayFromZero), currency), Trail.Of(inputs))
            : Figure<Quantity>.Of(id, Quantity.Of(decimal.Round(sum, 1, MidpointRounding.AwayFromZero), QuantityUnit.Count), Trail.Of(inputs));
    }

    private Figure<Percentage> Share(Held company)
    {
        var id = new FigureId("social.share", $"{scope}/company:{company.Node.Code}");
        var trail = Trail.Of(
            LinesInput.Of("investments", view, company.Edges, LineKinds.InvestmentKinds, null), LinesInput.Of("rounds", view, company.Own, Raised, company.RaisedIn(view)));
        return company.ShareIn(view) is { } share
            ? Figure<Percentage>.Of(id, Percentage.FromFraction(share), trail)
            : Figure<Percentage>.None(id, FigureReasons.RaisedUnknown(company.Node.Code), trail);
    }

    private Figure<Multiple> FollowOn(Held company)
    {
        var id = new FigureId("social.followOn", $"{scope}/company:{company.Node.Code}");
        return Later(company) is { } later
            ? Figure<Multiple>.Of(id, Multiple.Of((decimal)later / company.Ours), FollowOnTrail([company]))
            : Figure<Multiple>.None(id, FigureReasons.NothingFollowed(), FollowOnTrail([company]));
    }

    private Figure<Multiple> FollowOnOfAll(IReadOnlyList<Held> companies)
    {
        var id = new FigureId("social.followOn", scope);
        return companies.Count == 0
            ? Figure<Multiple>.None(id, FigureReasons.NothingFollowed())
            : Figure<Multiple>.Of(
                id, Multiple.Of((decimal)companies.Sum(company => Later(company)!.Value) / companies.Sum(company => company.Ours)), FollowOnTrail(companies));
    }

    /// <summary>Each company's multiple, weighted by the mother fund's look-through money in it.</summary>
    private Figure<Multiple> FollowOnByShare(IReadOnlyList<Held> companies)
    {
        var id = new FigureId("social.followOn.byShare", scope);
        var ours = companies.Sum(company => company.OursByShare);
        return ours <= 0
            ? Figure<Multiple>.None(id, FigureReasons.NothingFollowed())
            : Figure<Multiple>.Of(
                id, Multiple.Of(companies.Sum(company => company.OursByShare * Later(company)!.Value / company.Ours) / ours),
                Trail.Of([.. companies.Select(company => new FigureInput("followOn", FollowOn(company)))]));
    }

    private Trail FollowOnTrail(IReadOnlyList<Held> companies) => Trail.Of(
        LinesInput.Of("rounds", view, [.. companies.SelectMany(company => company.Own)], Raised, null, FieldsRead.Dated),
        LinesInput.Of("investments", view, [.. companies.SelectMany(company => company.Edges)], LineKinds.InvestmentKinds, null, FieldsRead.Dated));

    /// <summary>
    /// What others put into rounds that closed after our first money; null where no such round has a stated total. Money and rounds that were
    /// taken back count for nothing.
    /// </summary>
    private long? Later(Held company)
    {
        var columns = view.Book.Columns;
        var ours = StandingLines.Of(view, company.Edges.ToHashSet(), LineKinds.InvestmentKinds).ToList();
        var first = ours.Min(i => columns.Days[i]);
        var rounds = StandingLines.Of(view, company.Own.ToHashSet(), Raised).Where(i => columns.Days[i] > first).ToList();
        if (rounds.Count == 0) return null;
        var keys = rounds.Select(i => columns.Rounds[i]).ToHashSet();
        return rounds.Sum(i => columns.Amounts[i]) - ours.Where(i => keys.Contains(columns.Rounds[i])).Sum(i => columns.Amounts[i]);
    }

    private static decimal? Read(SocialMeasure measure, CompanyYear? stated) => stated is null ? null : measure switch
    {
        SocialMeasure.Revenue => stated.Results.Revenue?.MinorUnits,
        SocialMeasure.Tax => stated.Results.Tax?.MinorUnits,
        SocialMeasure.Research => stated.Results.Research?.MinorUnits,
        SocialMeasure.Jobs => stated.Results.Jobs,
        SocialMeasure.Patents => stated.Results.Patents,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private static object Amount(SocialMeasure measure, CompanyYear stated) => measure switch
    {
        SocialMeasure.Revenue => stated.Results.Revenue!,
        SocialMeasure.Tax => stated.Results.Tax!,
        SocialMeasure.Research => stated.Results.Research!,
        SocialMeasure.Jobs => Quantity.Of(stated.Results.Jobs!.Value, QuantityUnit.Count),
        _ => Quantity.Of(stated.Results.Patents!.Value, QuantityUnit.Count),
    };

    /// <summary>A company that our funds hold.</summary>
    private sealed record Held(
        NodeEntry Node, IReadOnlyList<int> Edges, IReadOnlyList<int> Own, long Ours, decimal OursByShare, CompanyYear? Year)
    {
        public Money RaisedIn(LedgerView view) => Money.FromMinor(Own.Sum(edge => view.Sum(edge, Raised)), view.Book.Root.Currency);

        /// <summary>The share; null where what was raised is not known, or less than our funds' part.</summary>
        public decimal? ShareIn(LedgerView view) => RaisedIn(view).MinorUnits is var all && all > 0 && all >= Ours ? OursByShare / all : null;

        public CompanySocial ToRow(SocialEngine engine) => new(
            Node, Year, engine.Share(this), Money.FromMinor(Ours, engine.view.Book.Root.Currency), engine.FollowOn(this));
    }
}
