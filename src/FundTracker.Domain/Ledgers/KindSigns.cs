namespace FundTracker.Domain.Ledgers;

/// <summary>The table of what lines mean (<see cref="LineKinds"/>) as columns by the number of the kind, for passes over many lines.</summary>
internal sealed class KindSigns
{
    private const int Kinds = 64;

    private KindSigns()
    {
    }

    public int[] Commitment { get; } = new int[Kinds];

    public int[] PaidIn { get; } = new int[Kinds];

    public int[] Distributed { get; } = new int[Kinds];

    public int[] HolderCash { get; } = new int[Kinds];

    public int[] InvesteeCash { get; } = new int[Kinds];

    /// <summary>What a line adds to a value that was stated before it: money put in raises it, money taken out lowers it.</summary>
    public int[] RollForward { get; } = new int[Kinds];

    public static KindSigns OfRules()
    {
        var signs = new KindSigns();
        foreach (var kind in LineKinds.All)
        {
            var (rule, number) = (LineKinds.RuleOf(kind), (byte)kind);
            signs.Commitment[number] = rule.Commitment;
            signs.PaidIn[number] = rule.PaidIn;
            signs.Distributed[number] = rule.Distributed;
            signs.HolderCash[number] = rule.HolderCash;
            signs.InvesteeCash[number] = rule.InvesteeCash;
            signs.RollForward[number] = kind switch
            {
                LineKind.Investment or LineKind.InvestmentInKind => 1,
                LineKind.ExitProceeds => -1,
                _ => rule.PaidIn - rule.Distributed,
            };
        }

        return signs;
    }
}
