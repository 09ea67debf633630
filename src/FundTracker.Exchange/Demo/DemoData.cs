using System.Globalization;
using System.Reflection;
using FundTracker.Application.Imports;
using FundTracker.Exchange.Reading;

namespace FundTracker.Exchange.Demo;

/// <summary>The demonstration's records: the CSV files beside this one, embedded; see README.md there for their format.</summary>
public sealed class DemoData : IDemoData
{
    private const string Ending = ".csv";
    private const string Recordings = "RecordedOn";
    private static readonly string Start = typeof(DemoData).Namespace + ".";

    /// <inheritdoc/>
    public string Books => "LUZHOU1";

    /// <inheritdoc/>
    public string FileName => "luyang-demo";

    /// <inheritdoc/>
    public DateOnly OpenedOn => new(2023, 3, 20);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, DateOnly> RecordedOn => Files().Single(sheet => sheet.Name == Recordings).Rows
        .ToDictionary(row => row.Cells["row"].Text, row => DateOnly.ParseExact(row.Cells["recorded_on"].Text, "O", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public IReadOnlyList<ImportSheet> Read() => [.. Files().Where(sheet => sheet.Name != Recordings)];

    private static IEnumerable<ImportSheet> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => DelimitedText.Read(name[Start.Length..^Ending.Length], Bytes(assembly, name)));
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
