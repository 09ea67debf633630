using System.Numerics;

namespace FundTracker.Domain.Tests.Model;

/// <summary>Figures of the model on a day: the mother fund's NAV, and the two sides of each leverage ratio.</summary>
/// <param name="family">The model.</param>
/// <param name="day">The day.</param>
/// <param name="linesKnown">How many lines were known; null for all.</param>
internal sealed class ReferenceFigures(ReferenceFamily family, DateOnly day, int? linesKnown = null)
{
    private static readonly string[] Holding = ["Valuation", "Investment", "InvestmentInKind", "ExitProceeds", "CostRelieved"];

    private static readonly string[] CashMoving =
    [
        "Contribution", "ReturnOfCapital", "GainDistribution", "IncomeDistribution", "ManagementFee", "Expense", "Tax", "Interest", "OtherIncome",
        "CreditDrawn", "CreditRepaid", "OpeningCash", "CurrencySold", "CurrencyBought", "Investment", "ExitProceeds", "Dividend",
    ];

    private readonly ReferenceLedger.Moment at = family.Ledger.At(day, linesKnown ?? family.Ledger.Count);

    /// <summary>Shares of sub-fund NAVs, or their cost where none was stated; the company alike; cash; less what is owed. Null where there is nothing.</summary>
    public BigInteger? Nav()
    {
        var subFunds = Held().ToList();
        var isHolding = at.Has("MOTHER", "ACME", Holding);
        var moved = at.Seen.Any(entry => (entry.From == "MOTHER" || entry.To == "MOTHER") && CashMoving.Contains(entry.What));
        if (subFunds.Count == 0 && !isHolding && !moved) return null;
        var nav = at.Cash("MOTHER") - at.Sum("MOTHER", "MOTHER", "CreditDrawn") + at.Sum("MOTHER", "MOTHER", "CreditRepaid");
        foreach (var fund in subFunds) nav += at.Level("MOTHER", fund) ?? at.PaidIn("MOTHER", fund) - at.Sum("MOTHER", fund, "ReturnOfCapital");
        if (isHolding)
            nav += at.Level("MOTHER", "ACME") ?? at.Sum("MOTHER", "ACME", "Investment", "InvestmentInKind") - at.Sum("MOTHER", "ACME", "CostRelieved");
        return nav;
    }

    /// <summary>Numerator and denominator by the formula's name; null where it has none.</summary>
    public Dictionary<string, (BigInteger Above, BigInteger Below)?> Leverage()
    {
        var funds = Held().Where(fund => family.FactOn(fund, "fundStatus", day, linesKnown) != "Pipeline").ToList();
        if (funds.Count == 0) return new[] { "SocialToFiscal", "TotalToMotherCommitted", "TotalToMotherPaidIn", "SocialShare", "LookThrough" }.ToDictionary(name => name, _ => ((BigInteger, BigInteger)?)null);
        var investors = ReferenceFamily.Commitments.Where(edge => funds.Contains(edge.To)).ToList();
        var byKind = new Dictionary<string, BigInteger>();
        var isKnown = investors.All(edge => at.PaidIn(edge.From, edge.To) == 0 || Split(edge.From, at.PaidIn(edge.From, edge.To), byKind));
        var social = (family.FactOn("MOTHER", "socialKinds", day, linesKnown) ?? "SocialCapital,Financial,Manager").Split(',');
        var (socialMoney, all) = (Sum(byKind.Where(pair => social.Contains(pair.Key)).Select(pair => pair.Value)), Sum(byKind.Values));
        return new Dictionary<string, (BigInteger, BigInteger)?>
        {
            ["SocialToFiscal"] = isKnown ? (socialMoney, byKind.GetValueOrDefault("Fiscal")) : null,
            ["SocialShare"] = isKnown ? (socialMoney, all) : null,
            ["TotalToMotherCommitted"] = (Sum(investors.Select(edge => at.Commitment(edge.From, edge.To))), Sum(funds.Select(fund => at.Commitment("MOTHER", fund)))),
            ["TotalToMotherPaidIn"] = (Sum(investors.Select(edge => at.PaidIn(edge.From, edge.To))), Sum(funds.Select(fund => at.PaidIn("MOTHER", fund)))),
            ["LookThrough"] = Rounds(funds),
        };
    }

    /// <summary>The mother fund's share of the company over all funds that hold it, each share of a holding rounded to the fen by itself; null where it reaches none.</summary>
    public BigInteger? LookThrough()
    {
        var parts = ReferenceFamily.Holders.Where(fund => at.Has(fund, "ACME", Holding)).Select(fund => (Fund: fund, Share: Share(fund)))
            .Where(part => part.Share.Part > 0).ToList();
        return parts.Count == 0 ? null : Sum(parts.Select(part => Rounded(Held(part.Fund) * part.Share.Part, part.Share.Whole)));
    }

    private BigInteger Held(string fund) =>
        at.Level(fund, "ACME") ?? at.Sum(fund, "ACME", "Investment", "InvestmentInKind") - at.Sum(fund, "ACME", "CostRelieved");

    /// <summary>The mother fund's part of a fund as a fraction of whole numbers.</summary>
    private (BigInteger Part, BigInteger Whole) Share(string fund)
    {
        if (fund == "MOTHER") return (1, 1);
        var into = ReferenceFamily.Commitments.Where(edge => edge.To == fund).ToList();
        var all = Sum(into.Select(edge => at.PaidIn(edge.From, edge.To)));
        if (all <= 0) return (0, 1);
        (BigInteger Part, BigInteger Whole) sum = (0, 1);
        foreach (var (holder, paid) in into.Select(edge => (edge.From, at.PaidIn(edge.From, edge.To))).Where(edge => edge.Item2 > 0 && ReferenceFamily.Funds.Contains(edge.From)))
        {
            var above = Share(holder);
            sum = ((sum.Part * above.Whole * all) + (above.Part * paid * sum.Whole), sum.Whole * above.Whole * all);
        }

        return sum;
    }

    private static BigInteger Rounded(BigInteger product, BigInteger whole) => product.Sign * (((2 * BigInteger.Abs(product) / whole) + 1) / 2);

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);

    private IEnumerable<string> Held() => ReferenceFamily.Commitments.Where(edge => edge.From == "MOTHER").Select(edge => edge.To).Where(fund => at.Seen.Any(entry =>
        entry.From == "MOTHER" && entry.To == fund
        && (entry.What.StartsWith("Commitment", StringComparison.Ordinal) || entry.What.StartsWith("PaidInTransfer", StringComparison.Ordinal)
            || entry.What is "Contribution" or "ContributionInKind" or "ReturnOfCapital" or "GainDistribution" or "IncomeDistribution" or "Nav")));

    /// <summary>Follows money to the investors that it comes from; false where one's kind is not known.</summary>
    private bool Split(string holder, BigInteger amount, Dictionary<string, BigInteger> byKind)
    {
        if (!ReferenceFamily.Funds.Contains(holder))
        {
            if (family.FactOn(holder, "investorKind", day, linesKnown) is not { } kind) return false;
            byKind[kind] = byKind.GetValueOrDefault(kind) + amount;
            return true;
        }

        var behind = ReferenceFamily.Commitments.Where(edge => edge.To == holder).ToList();
        var weights = behind.Select(edge => BigInteger.Max(0, at.PaidIn(edge.From, edge.To))).ToList();
        if (weights.All(weight => weight == 0)) weights = [.. behind.Select(edge => BigInteger.Max(0, at.Commitment(edge.From, edge.To)))];
        if (weights.All(weight => weight == 0)) return false;
        var parts = Sharing.Share(amount, weights);
        return Enumerable.Range(0, parts.Length).All(i => parts[i] == 0 || Split(behind[i].From, parts[i], byKind));
    }

    private (BigInteger, BigInteger) Rounds(List<string> funds)
    {
        BigInteger ours = 0;
        var invested = new Dictionary<long, BigInteger>();
        foreach (var entry in at.Seen.Where(entry => entry.Round != 0 && entry.What is "Investment" or "InvestmentInKind" && funds.Contains(entry.From)))
        {
            var (own, total) = (at.PaidIn("MOTHER", entry.From), Sum(ReferenceFamily.Commitments.Where(edge => edge.To == entry.From).Select(edge => at.PaidIn(edge.From, edge.To))));
            if (total == 0) continue;
            invested[entry.Round] = invested.GetValueOrDefault(entry.Round) + entry.Amount;
            var product = entry.Amount * own;
            ours += product.Sign * total.Sign * (((2 * BigInteger.Abs(product) / BigInteger.Abs(total)) + 1) / 2);
        }

        return (Sum(at.Seen.Where(entry => entry.What == "RoundRaised" && invested.GetValueOrDefault(entry.Round) > 0).Select(entry => entry.Amount)), ours);
    }
}
