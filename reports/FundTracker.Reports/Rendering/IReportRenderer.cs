using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Rendering;

/// <summary>Turns a tree of blocks into a file. The same document always gives the same bytes.</summary>
public interface IReportRenderer
{
    /// <summary>Media type of what is written, such as application/pdf.</summary>
    string MediaType { get; }

    /// <summary>Writes the whole file to <paramref name="output"/>, which stays open.</summary>
    RenderSummary Render(ReportDocument document, Stream output);
}

/// <summary>What came of rendering.</summary>
/// <param name="PageCount">Pages written, at least 1.</param>
/// <param name="UnprintableCharacters">
/// Characters that no installed font has; each is printed as its code in brackets, such as [U+2B5AF].
/// </param>
public sealed record RenderSummary(int PageCount, IReadOnlyList<string> UnprintableCharacters);
