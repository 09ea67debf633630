using FundTracker.Application.Imports;

namespace FundTracker.Web.Features.Imports;

/// <summary>Passes progress on to a page: each new step, and within a step each percent, so that the page is not drawn for every row.</summary>
/// <param name="tell">Draws it.</param>
internal sealed class ProgressTeller(Func<ImportProgress, Task> tell) : IProgress<ImportProgress>
{
    private (ImportStep Step, int Percent) told;

    public void Report(ImportProgress value)
    {
        var now = (value.Step, Percent(value));
        if (now == told) return;
        told = now;
        _ = tell(value);
    }

    /// <summary>Whole percent of a step that are done; zero where its size is not known.</summary>
    public static int Percent(ImportProgress progress) => progress.Total > 0 ? (int)(100L * progress.Done / progress.Total) : 0;
}
