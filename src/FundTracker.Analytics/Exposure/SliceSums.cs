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
    Carrier = 6,
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

    /// <summary>By dimension, in the order of <see cref="Dimensions"/>.</summary>
    private readonly Dictionary<string, SliceSum>[] sums;

    /// <summary>How many holdings of a slice are converted, by currency; slices without any are not there.</summary>
    private readonly Dictionary<(int By, string Key, string Currency), int> converted = [];

    /// <summary>No companies.</summary>
    public SliceSums() => sums = Array.ConvertAll(Dimensions, _ => new Dictionary<string, SliceSum>(StringComparer.Ordinal));

    /// <summary>The same companies as others.</summary>
    public SliceSums(SliceSums others)
    {
        sums = Array.ConvertAll(others.sums, slices => new Dictionary<string, SliceSum>(slices, StringComparer.Ordinal));
        converted = new Dictionary<(int By, string Key, string Currency), int>(others.converted);
        (Minor, Squares) = (others.Minor, others.Squares);
    }

    /// <summary>Value of all companies, minor units.</summary>
    public long Minor { get; private set; }

    /// <summary>Sum of the squared values of all companies.</summary>
    public Int128 Squares { get; private set; }

    /// <summary>Adds up companies; many of them on all processors.</summary>
    public static SliceSums Of(MergedCompany[] companies)
    {
        const int Few = 4096;
        var parts = new SliceSums[companies.Length < Few ? 1 : Environment.ProcessorCount];
        Parallel.For(0, parts.Length, part =>
        {
            var (from, to) = (companies.Length * part / parts.Length, companies.Length * (part + 1) / parts.Length);
            parts[part] = new SliceSums();
            for (var i = from; i < to; i++) parts[part].Count(companies[i], sign: 1);
        });
        foreach (var other in parts.Skip(1)) parts[0].Add(other);
        return parts[0];
    }

    /// <summary>Slices of a dimension, in no order.</summary>
    public IEnumerable<(string Key, SliceSum Sum)> Of(Dimension by) => sums[Array.IndexOf(Dimensions, by)].Select(pair => (pair.Key, pair.Value));

    /// <summary>Codes of the currencies from which amounts of a slice are converted, in no order.</summary>
    public IEnumerable<string> ConvertedIn(Dimension by, string key)
    {
        var place = Array.IndexOf(Dimensions, by);
        return converted.Keys.Where(slice => slice.By == place && slice.Key == key).Select(slice => slice.Currency);
    }

    /// <summary>Codes of all currencies from which amounts are converted, in no order.</summary>
    public IEnumerable<string> Converted => converted.Keys.Select(slice => slice.Currency).Distinct(StringComparer.Ordinal);

    /// <summary>Keys of the slices of a dimension in which a company stands: one, or those of its holdings.</summary>
    public static string KeyOf(Dimension by, MergedCompany company, in HoldingPart part) => by switch
    {
        Dimension.Sector => company.Row.Sector,
        Dimension.Stage => company.Row.Stage,
        Dimension.Location => company.Row.Location,
        Dimension.Vintage => part.Vintage,
        Dimension.Currency => part.Currency,
        Dimension.Carrier => company.Row.Carrier,
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
        for (var by = 0; by < Dimensions.Length; by++)
            for (var i = 0; i < company.Parts.Length; i++) Count(company, i, by, sign);
    }

    private void Add(SliceSums others)
    {
        (Minor, Squares) = (checked(Minor + others.Minor), checked(Squares + others.Squares));
        for (var by = 0; by < sums.Length; by++)
        {
            foreach (var (key, more) in others.sums[by])
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums[by], key, out _);
                sum = new SliceSum(sum.Companies + more.Companies, checked(sum.Minor + more.Minor), sum.Illustrative + more.Illustrative);
            }
        }

        foreach (var (slice, more) in others.converted) Convert(slice, more);
    }

    private void Convert((int By, string Key, string Currency) slice, int more)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(converted, slice, out _);
        count += more;
        if (count == 0) converted.Remove(slice);
    }

    private void Count(MergedCompany company, int position, int by, int sign)
    {
        var part = company.Parts[position];
        var key = KeyOf(Dimensions[by], company, part);
        var isFirst = true;
        for (var i = 0; i < position && isFirst; i++) isFirst = KeyOf(Dimensions[by], company, company.Parts[i]) != key;
        if (part.IsConverted) Convert((by, key, part.Currency), sign);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums[by], key, out _);
        sum = new SliceSum(
            sum.Companies + (isFirst ? sign : 0), checked(sum.Minor + (sign * part.Minor)), sum.Illustrative + (part.IsIllustrative ? sign : 0));
        if (sum == default) sums[by].Remove(key);
    }
}
