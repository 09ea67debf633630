using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>One entry of the ledger of local re-investment: an investment, or a recorded case.</summary>
/// <param name="Key">Key of the case; the ledger line's sequence for an investment.</param>
/// <param name="Type">Code of the type.</param>
/// <param name="Fund">Who claims it.</param>
/// <param name="Company">The company.</param>
/// <param name="Source">Which of others' money; empty for the fund's own.</param>
/// <param name="Day">Day of the investment, or of the case.</param>
/// <param name="Amount">Money that it covers.</param>
/// <param name="Percent">What is recognised of it at most.</param>
/// <param name="Recognised">What it adds: the difference to what the same money was recognised for before; zero where it is void.</param>
/// <param name="IfStayed">What it would add if nobody had moved out.</param>
/// <param name="VoidFrom">Day on which the company moved out within the years that it had to stay; null where it did not.</param>
/// <param name="Proof">What proves it; empty for an investment, which the ledger line does.</param>
/// <param name="Edge">Dense index of the holding of an investment; null for a case.</param>
/// <param name="Fact">The fact that keeps a case; null for an investment.</param>
public sealed record LocalEntry(
    string Key, string Type, NodeId Fund, NodeId Company, string Source, DateOnly Day, Money Amount, Percentage Percent, Money Recognised,
    Money IfStayed, DateOnly? VoidFrom, string Proof, int? Edge, FactEntry? Fact);

/// <summary>
/// 返投台账: what counts as re-invested in the district. The same money counts once: of several cases about it the higher wins, and one that
/// comes later adds the difference alone. Nothing is split by phase: what is recognised is carried forward. What a company was recognised
/// for is void once it moves out within the years that it had to stay.
/// </summary>
public sealed class LocalLedger
{
    private LocalLedger(LocalTerms terms, IReadOnlyList<LocalEntry> entries) => (Terms, Entries) = (terms, entries);

    /// <summary>What cases are recognised at.</summary>
    public LocalTerms Terms { get; }

    /// <summary>All entries by day.</summary>
    public IReadOnlyList<LocalEntry> Entries { get; }

    /// <summary>Reads the ledger of local re-investment from books.</summary>
    public static LocalLedger Of(LedgerView view, LocalTerms terms)
    {
        var stays = new Stays(view, terms.StayYears);
        var (claims, invested) = Investments(view, terms, stays);
        claims.AddRange(Cases(view, terms, stays, invested));
        var entries = claims.GroupBy(claim => claim.Pot).SelectMany(Recognise);
        return new LocalLedger(terms, [.. entries.OrderBy(entry => entry.Day).ThenBy(entry => entry.Key, StringComparer.Ordinal)]);
    }

    /// <summary>What a fund had invested in a company by the day of a view and not taken back, in the fund's currency.</summary>
    public static Money InvestedIn(LedgerView view, NodeEntry fund, NodeId company)
    {
        var edge = view.Book.FindEdge(EdgeKind.Holding, fund.Id, company);
        return Money.FromMinor(edge < 0 ? 0 : view.Sum(edge, LineKinds.InvestmentKinds), fund.Currency);
    }

    /// <summary>Cases about a company that count on the day of a view.</summary>
    public static IEnumerable<LocalCase> CasesOf(LedgerView view, NodeId company) =>
        Facts(view).Where(pair => pair.Fact.Subject == company).Select(pair => pair.Case);

    private static (List<Claim> Claims, Dictionary<(NodeId, NodeId), List<(DateOnly Day, long To)>> Invested) Investments(
        LedgerView view, LocalTerms terms, Stays stays)
    {
        var claims = new List<Claim>();
        var invested = new Dictionary<(NodeId, NodeId), List<(DateOnly, long)>>();
        var percent = terms.PercentOf(LocalTerms.OwnInvestment) ?? 0m;
        var holdings = Enumerable.Range(0, view.Book.Edges.Count).Where(edge => view.Has(edge, LineKinds.InvestmentKinds)).ToHashSet();
        foreach (var lines in StandingLines.Of(view, holdings, LineKinds.InvestmentKinds).GroupBy(i => view.Book.Columns.Edges[i]))
        {
            var (edge, held) = (lines.Key, view.Book.Edges[lines.Key]);
            var axis = Axis(view, lines);
            invested[(held.Holder, held.Investee)] = [.. axis.Select(part => (part.Day, part.To))];
            foreach (var part in axis.Where(part => stays.SatHereOn(held.Investee, part.Day)))
            {
                claims.Add(new Claim(
                    new Pot(held.Investee, held.Holder, ""), $"#{part.Line + 1}", LocalTerms.OwnInvestment, held.Holder, part.Day, part.Line, part.From,
                    part.To, percent, stays.MovedOutAfter(held.Investee, part.Day), "", held.Currency, edge, Fact: null));
            }
        }

        return (claims, invested);
    }

    /// <summary>A holding's investments one behind the other: which part of the money in the company each line is.</summary>
    /// <param name="view">The books.</param>
    /// <param name="standing">Positions of the lines, by sequence; of one day the first recorded stands before the others.</param>
    private static List<(int Line, DateOnly Day, long From, long To)> Axis(LedgerView view, IEnumerable<int> standing)
    {
        var columns = view.Book.Columns;
        var (axis, from) = (new List<(int, DateOnly, long, long)>(), 0L);
        foreach (var i in standing.OrderBy(i => columns.Days[i]))
        {
            var to = checked(from + columns.Amounts[i]);
            axis.Add((i, DateOnly.FromDayNumber(columns.Days[i]), from, to));
            from = to;
        }

        return axis;
    }

    private static IEnumerable<Claim> Cases(
        LedgerView view, LocalTerms terms, Stays stays, Dictionary<(NodeId, NodeId), List<(DateOnly Day, long To)>> invested)
    {
        foreach (var (fact, stated) in Facts(view))
        {
            if (terms.PercentOf(stated.Type) is not { } percent) continue;
            var fund = view.Book.FindNode(stated.Fund)!;
            var isOwn = terms.OwnMoney.ContainsKey(stated.Type);
            var most = isOwn
                ? invested.GetValueOrDefault((fund.Id, fact.Subject), []).Where(part => part.Day <= fact.EffectiveFrom).Select(part => part.To).DefaultIfEmpty(0).Max()
                : long.MaxValue;
            yield return new Claim(
                isOwn ? new Pot(fact.Subject, fund.Id, "") : new Pot(fact.Subject, Fund: null, stated.Source), KeyOf(fact), stated.Type, fund.Id,
                fact.EffectiveFrom, view.Book.LineCount + fact.Sequence, 0, Math.Min(stated.Amount.MinorUnits, most), percent,
                stays.MovedOutAfter(fact.Subject, fact.EffectiveFrom), stated.Proof, fund.Currency, Edge: null, fact);
        }
    }

    private static IEnumerable<(FactEntry Fact, LocalCase Case)> Facts(LedgerView view) =>
        from name in view.Book.Facts.Where(fact => LocalCase.IsNameOf(fact.Name)).Select(fact => (fact.Subject, fact.Name)).Distinct()
        let fact = view.Book.FactOn(name.Subject, name.Name, view.AsOf, view.KnownAt)
        where fact is not null
        let read = LocalCase.Read(fact.Value, code => view.Book.FindNode(code)?.Currency)
        where read is not null
        select (fact, read);

    private static string KeyOf(FactEntry fact) => fact.Name[(FactNames.LocalCase.Length + 1)..];

    /// <summary>What each claim on the same money adds, in the order of their days.</summary>
    private static IEnumerable<LocalEntry> Recognise(IGrouping<Pot, Claim> pot)
    {
        var (all, valid) = (new List<Claim>(), new List<Claim>());
        var (soFarAll, soFarValid) = (0L, 0L);
        foreach (var claim in pot.OrderBy(claim => claim.Day).ThenBy(claim => claim.Order))
        {
            all.Add(claim);
            if (claim.VoidFrom is null) valid.Add(claim);
            var (totalAll, totalValid) = (Total(all), Total(valid));
            yield return new LocalEntry(
                claim.Key, claim.Type, claim.Fund, pot.Key.Company, pot.Key.Source, claim.Day, Of(claim.To - claim.From), Percentage.FromPercent(claim.Percent),
                Recognised: Of(totalValid - soFarValid), IfStayed: Of(totalAll - soFarAll), claim.VoidFrom, claim.Proof, claim.Edge, claim.Fact);
            (soFarAll, soFarValid) = (totalAll, totalValid);

            Money Of(long minor) => Money.FromMinor(minor, claim.Currency);
        }
    }

    /// <summary>Every unit of money at the highest percent that claims it, minor units, rounded once.</summary>
    private static long Total(List<Claim> claims)
    {
        if (claims.Count == 1) return Round((claims[0].To - claims[0].From) * claims[0].Percent);
        var cuts = claims.SelectMany(claim => new[] { claim.From, claim.To }).Distinct().Order().ToList();
        var total = 0m;
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var highest = claims.Where(claim => claim.From <= cuts[i] && claim.To >= cuts[i + 1]).Select(claim => claim.Percent).DefaultIfEmpty(0m).Max();
            total += (cuts[i + 1] - cuts[i]) * highest;
        }

        return Round(total);
    }

    private static long Round(decimal percentOfMinor) => (long)decimal.Round(percentOfMinor / 100m, 0, MidpointRounding.AwayFromZero);

    /// <summary>Money that can be counted once: a fund's own in a company, or others' money of one name.</summary>
    private sealed record Pot(NodeId Company, NodeId? Fund, string Source);

    private sealed record Claim(
        Pot Pot, string Key, string Type, NodeId Fund, DateOnly Day, long Order, long From, long To, decimal Percent, DateOnly? VoidFrom, string Proof,
        Currency Currency, int? Edge, FactEntry? Fact);

    /// <summary>Where companies sat, and whether they stayed.</summary>
    private sealed class Stays(LedgerView view, int years)
    {
        private readonly ILookup<NodeId, DateOnly> changes = view.Book.Facts
            .Where(fact => fact.Name == FactNames.Location && fact.RecordedAt <= view.KnownAt && fact.EffectiveFrom <= view.AsOf)
            .ToLookup(fact => fact.Subject, fact => fact.EffectiveFrom);

        public bool SatHereOn(NodeId company, DateOnly day) => LocationOn(company, day) == FactRules.Locations[0];

        public DateOnly? MovedOutAfter(NodeId company, DateOnly day)
        {
            var until = day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);
            var left = changes[company].Where(on => on > day && on < until && LocationOn(company, on) == FactRules.Locations[1]).Order().ToList();
            return left.Count == 0 ? null : left[0];
        }

        private string? LocationOn(NodeId company, DateOnly day) => view.Book.FactOn(company, FactNames.Location, day, view.KnownAt)?.Value;
    }
}
