using System.Numerics;

namespace FundTracker.Domain.Tests.Model;

/// <summary>
/// A plain second reading of the ledger's rules: a list of entries, recomputed from the first one for every question. It shares nothing with
/// the domain's view: kinds are names, amounts are big integers, and what each kind does is said here again in words of its own.
/// </summary>
internal sealed class ReferenceLedger
{
    private readonly List<Entry> entries = [];

    /// <summary>One entry; its place is its number, from 1.</summary>
    /// <param name="From">Holder, or the node itself.</param>
    /// <param name="To">Investee, or the node itself.</param>
    /// <param name="What">Name of the kind.</param>
    /// <param name="Day">Effective day.</param>
    /// <param name="Amount">Minor units; a reversal's are its original's with the sign turned.</param>
    /// <param name="Inside">Inside the commitment.</param>
    /// <param name="Recallable">May be called again.</param>
    /// <param name="Call">Call, or 0.</param>
    /// <param name="Round">Round, or 0.</param>
    /// <param name="Reverses">Number of the entry taken back, or 0.</param>
    internal sealed record Entry(
        string From, string To, string What, DateOnly Day, BigInteger Amount, bool Inside = true, bool Recallable = false, long Call = 0, long Round = 0,
        int Reverses = 0)
    {
        /// <summary>Place in the ledger, from 1; 0 while it is only proposed.</summary>
        public int Number { get; init; }

        /// <summary>Which doing of several entries it is a part of, by number; 0 where it stands for itself.</summary>
        public int Act { get; init; }

        /// <summary>What called money is for; plays no part in the balances.</summary>
        public string Purpose { get; init; } = "None";
    }

    public int Count => entries.Count;

    public IReadOnlyList<Entry> Entries => entries;

    public void Add(Entry entry) => entries.Add(entry with { Number = entries.Count + 1 });

    /// <summary>The ledger as it would be with some entries more.</summary>
    public ReferenceLedger With(IEnumerable<Entry> more)
    {
        var copy = new ReferenceLedger();
        copy.entries.AddRange(entries);
        foreach (var entry in more) copy.Add(entry);
        return copy;
    }

    /// <summary>The ledger on all days, all known.</summary>
    public Moment Everything => At(DateOnly.MaxValue, entries.Count);

    public Moment At(DateOnly day, int known) => new(this, day, Math.Min(known, entries.Count));

    /// <summary>The ledger on a day, as far as some number of entries were known.</summary>
    internal sealed class Moment(ReferenceLedger ledger, DateOnly day, int known)
    {
        public DateOnly Day => day;

        public IEnumerable<Entry> Seen => ledger.entries.Take(known).Where(entry => entry.Day <= day);

        public BigInteger Commitment(string from, string to) => Sum(On(from, to), entry => entry.What switch
        {
            "Commitment" or "CommitmentIncrease" or "CommitmentTransferIn" => entry.Amount,
            "CommitmentReduction" or "CommitmentTransferOut" or "CommitmentLapse" or "CommitmentDefault" => -entry.Amount,
            _ => 0,
        });

        public BigInteger PaidIn(string from, string to) => Sum(On(from, to), PaidInOf);

        public BigInteger Distributed(string from, string to) => Sum(On(from, to).Where(IsDistribution), entry => entry.Amount);

        public BigInteger Unfunded(string from, string to) => Commitment(from, to)
            - Sum(On(from, to).Where(entry => entry.Inside), PaidInOf)
            + Sum(On(from, to).Where(entry => IsDistribution(entry) && entry.Recallable), entry => entry.Amount);

        public BigInteger Callable(string from, string to) => Unfunded(from, to) - Outstanding(from, to);

        /// <summary>Call by call: issued, less paid, less cancelled; what is taken back after the cancelling is not due again.</summary>
        public BigInteger Outstanding(string from, string to)
        {
            var open = BigInteger.Zero;
            foreach (var call in Seen.Where(entry => entry.From == from && entry.To == to && entry.Call != 0 && entry.Inside).GroupBy(entry => entry.Call))
            {
                var cancelledAt = CancelledAt(from, to, call.Key);
                foreach (var entry in call)
                {
                    if (entry.What == "CallIssued") open += entry.Amount;
                    if (entry.What == "CallCancelled") open -= entry.Amount;
                    var isDueNoMore = entry.Reverses != 0 && cancelledAt is { } at && entry.Number > at;
                    if (entry.What is "Contribution" or "ContributionInKind" && !isDueNoMore) open -= entry.Amount;
                }
            }

            return open;
        }

        /// <summary>The latest statement not taken back, with all flows of later days; null where there is none.</summary>
        public BigInteger? Level(string from, string to)
        {
            var stated = On(from, to).Where(entry => entry.What is "Nav" or "Valuation" && entry.Reverses == 0 && !IsTakenBack(entry))
                .OrderBy(entry => entry.Day).ThenBy(entry => entry.Number).LastOrDefault();
            if (stated is null) return null;
            return stated.Amount + Sum(On(from, to).Where(entry => entry.Day > stated.Day), entry => entry.What switch
            {
                "Investment" or "InvestmentInKind" => entry.Amount,
                "ExitProceeds" => -entry.Amount,
                _ => IsDistribution(entry) ? -entry.Amount : PaidInOf(entry),
            });
        }

        public BigInteger Cash(string node) => Sum(Seen, entry => CashEffect(entry, node));

        public BigInteger Sum(string from, string to, params string[] what) =>
            Sum(On(from, to).Where(entry => what.Contains(entry.What)), entry => entry.Amount);

        public bool Has(string from, string to, params string[] what) => On(from, to).Any(entry => what.Contains(entry.What));

        private static BigInteger Sum(IEnumerable<Entry> entries, Func<Entry, BigInteger> amount) =>
            entries.Aggregate(BigInteger.Zero, (sum, entry) => sum + amount(entry));

        private IEnumerable<Entry> On(string from, string to) => Seen.Where(entry => entry.From == from && entry.To == to);

        private bool IsTakenBack(Entry entry) => Seen.Any(other => other.Reverses == entry.Number);

        private int? CancelledAt(string from, string to, long call) =>
            On(from, to).Where(entry => entry.Call == call && entry.What == "CallCancelled").Select(entry => (int?)entry.Number).FirstOrDefault();
    }

    /// <summary>What an entry does to a node's own money.</summary>
    public static BigInteger CashEffect(Entry entry, string node)
    {
        if (entry.From == node && entry.To == node)
        {
            return entry.What switch
            {
                "Interest" or "OtherIncome" or "CreditDrawn" or "OpeningCash" or "CurrencyBought" => entry.Amount,
                "ManagementFee" or "Expense" or "Tax" or "CreditRepaid" or "CurrencySold" => -entry.Amount,
                _ => 0,
            };
        }

        var towards = entry.What switch
        {
            "Contribution" or "Investment" => entry.Amount,
            "ReturnOfCapital" or "GainDistribution" or "IncomeDistribution" or "ExitProceeds" or "Dividend" => -entry.Amount,
            _ => 0,
        };
        if (entry.From == node) return -towards;
        return entry.To == node && entry.What is not ("Investment" or "ExitProceeds" or "Dividend") ? towards : 0;
    }

    public static BigInteger PaidInOf(Entry entry) => entry.What switch
    {
        "Contribution" or "ContributionInKind" or "OpeningContribution" or "PaidInTransferIn" => entry.Amount,
        "PaidInTransferOut" => -entry.Amount,
        _ => 0,
    };

    public static bool IsDistribution(Entry entry) =>
        entry.What is "ReturnOfCapital" or "GainDistribution" or "IncomeDistribution" or "OpeningDistribution";
}
