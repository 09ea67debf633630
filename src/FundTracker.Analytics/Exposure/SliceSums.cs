using System.Runtime.InteropServices;

namespace FundTracker.Analytics.Exposure;

/// <summary>Dimensions by which exposure is cut.</summary>
internal enum Dimension
{
    Sector = 1,
    Stage = 2,
    Location = 3,
    Vintage = 4,
    Currency = 5,
}

/// <summary>What stands in one slice.</summary>
/// <param name="Companies">How many companies.</param>
/// <param name="Minor">Their value, minor units.</param>
/// <param name="Illustrative">How many of their holdings are illustrative.</param>
internal readonly record struct SliceSum(int Companies, long Minor, int Illustrative);

/// <summary>Slices of all dimensions as sums that companies are added to and taken off.</summary>
internal sealed class SliceSums
{
    private static readonly Dimension[] Dimensions = Enum.GetValues<Dimension>();

    private readonly Dictionary<Dimension, Dictionary<string, SliceSum>> sums;

    /// <summary>No companies.</summary>
    public SliceSums() => sums = Dimensions.ToDictionary(by => by, _ => new Dictionary<string, SliceSum>(StringComparer.Ordinal));

    /// <summary>The same companies as others.</summary>
    public SliceSums(SliceSums others)
    {
        sums = others.sums.ToDictionary(pair => pair.Key, pair => new Dictionary<string, SliceSum>(pair.Value, StringComparer.Ordinal));
        (Minor, Squares) = (others.Minor, others.Squares);
    }

    /// <summary>Value of all companies, minor units.</summary>
    public long Minor { get; private set; }

    /// <summary>Sum of the squared values of all companies.</summary>
    public Int128 Squares { get; private set; }

    /// <summary>Slices of a dimension, in no order.</summary>
    public IEnumerable<(string Key, SliceSum Sum)> Of(Dimension by) => sums[by].Select(pair => (pair.Key, pair.Value));

    /// <summary>Keys of the slices of a dimension in which a company stands: one, or those of its holdings.</summary>
    public static string KeyOf(Dimension by, MergedCompany company, in HoldingPart part) => by switch
    {
        Dimension.Sector => company.Row.Sector,
        Dimension.Stage => company.Row.Stage,
        Dimension.Location => company.Row.Location,
        Dimension.Vintage => part.Vintage,
        Dimension.Currency => part.Currency,
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>Adds a company, or takes it off.</summary>
    /// <param name="company">The company.</param>
    /// <param name="sign">1 or -1.</param>
    public void Count(MergedCompany company, int sign)
    {
        var value = company.Row.Value.MinorUnits;
        Minor = checked(Minor + (sign * value));
        Squares = checked(Squares + (sign * (Int128)value * value));
        foreach (var by in Dimensions)
            for (var i = 0; i < company.Parts.Count; i++) Count(company, i, (by, sums[by]), sign);
    }

    private static void Count(MergedCompany company, int position, (Dimension By, Dictionary<string, SliceSum> Sums) slices, int sign)
    {
        var part = company.Parts[position];
        var key = KeyOf(slices.By, company, part);
        var isFirst = true;
        for (var i = 0; i < position && isFirst; i++) isFirst = KeyOf(slices.By, company, company.Parts[i]) != key;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(slices.Sums, key, out _);
        sum = new SliceSum(
            sum.Companies + (isFirst ? sign : 0), checked(sum.Minor + (sign * part.Minor)), sum.Illustrative + (part.IsIllustrative ? sign : 0));
        if (sum == default) slices.Sums.Remove(key);
    }
}
