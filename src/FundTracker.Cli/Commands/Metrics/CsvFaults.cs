using System.Globalization;
using System.Resources;
using System.Text;

namespace FundTracker.Cli.Commands.Metrics;

/// <summary>What is wrong with a file, row by row: all of it is counted, the first are shown.</summary>
internal sealed class CsvFaults(MetricsTexts texts)
{
    private const int MostShown = 20;
    private readonly List<string> _shown = [];

    /// <summary>The file being read, as messages name it.</summary>
    public string File { get; set; } = string.Empty;

    public int Count { get; private set; }

    public void Add(string code, int row, string column, ReadOnlySpan<byte> value)
    {
        if (++Count <= MostShown)
        {
            _shown.Add(texts.Fill(
                code, ("file", File), ("row", row), ("column", column), ("value", Encoding.UTF8.GetString(value))));
        }
    }

    public void AddCells(int row, int expected, int found)
    {
        if (++Count <= MostShown)
        {
            _shown.Add(texts.Fill("csv.cells", ("file", File), ("row", row), ("expected", expected), ("found", found)));
        }
    }

    public void Print(TextWriter error)
    {
        foreach (string line in _shown)
        {
            error.WriteLine(line);
        }

        if (Count > MostShown)
        {
            error.WriteLine(texts.Fill("csv.more", ("count", Count - MostShown)));
        }
    }
}

/// <summary>The texts of the command, zh-CN and en.</summary>
internal sealed class MetricsTexts(string language)
{
    private static readonly ResourceManager Texts =
        new("FundTracker.Cli.Commands.Metrics.MetricsTexts", typeof(MetricsTexts).Assembly);

    public CultureInfo Culture { get; } =
        CultureInfo.GetCultureInfo(language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh-CN");

    public string Fill(string code, params ReadOnlySpan<(string Name, object Value)> args)
    {
        string text = Texts.GetString(code, Culture)
            ?? throw new InvalidOperationException($"No text for {code}.");
        foreach ((string name, object value) in args)
        {
            string shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            text = text.Replace("{" + name + "}", shown, StringComparison.Ordinal);
        }

        return text;
    }
}
