using FundTracker.Analytics.Registry;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>How far a programme has come, by the number of its tasks.</summary>
public sealed class ProgrammeProgressTests
{
    [Fact]
    public void Progress_is_the_share_of_tasks_done_and_leads_to_each_of_them()
    {
        var book = Adopted();
        var tasks = new[] { "T1", "T2", "T3" }.Select(code => book.Must("2023-02-01", Task(code))).ToList();
        var done = book.Must("2023-05-01", new TaskMoved("PLAN", "T2", TaskStage.Done, null, "paper", ""));
        book.Must("2023-05-01", new TaskMoved("PLAN", "T3", TaskStage.UnderWay, null, "", ""));

        var progress = ProgrammeProgress.ByCount(book.State.Programmes["PLAN"]);
        Assert.Equal(("registry.programmeDone@PLAN", "33.33 %"), ($"{progress.Id}", progress.Require().ToString()));
        var (above, below) = (Part(progress, "numerator"), Part(progress, "denominator"));
        Assert.Equal(("registry.tasksDone@PLAN", Quantity.Of(1, QuantityUnit.Count)), ($"{above.Id}", above.Require()));
        Assert.Equal(("registry.tasks@PLAN", Quantity.Of(3, QuantityUnit.Count)), ($"{below.Id}", below.Require()));
        Assert.Equal([("task", "T2", done.Id)], above.Trail.Inputs.OfType<RegistryInput>().Select(input => (input.Role, $"{input.Name.Zh}", input.Entry.Id)));
        Assert.Equal(tasks.Select(task => task.Id), below.Trail.Inputs.OfType<RegistryInput>().Select(input => input.Entry.Id));
        Assert.All(below.Trail.Inputs.OfType<RegistryInput>(), input => Assert.Equal(Quantity.Of(1, QuantityUnit.Count), input.Amount));
    }

    [Fact]
    public void A_programme_without_tasks_has_no_progress_rather_than_none_of_it()
    {
        var progress = ProgrammeProgress.ByCount(Adopted().State.Programmes["PLAN"]);
        Assert.Equal($"{FigureReasons.NoTasks()}", $"{progress.NoneReason}");
        Assert.Equal(2, progress.Trail.Inputs.Count);
    }

    private static Figure<Quantity> Part(Figure<Percentage> figure, string role) =>
        (Figure<Quantity>)figure.Trail.Inputs.OfType<FigureInput>().Single(input => input.Role == role).Figure;

    private static TaskAdded Task(string code) => new("PLAN", code, Name(code), "park", Day("2023-12-31"), 10m, null);

    private static RegistryBook Adopted()
    {
        var book = new RegistryBook();
        book.Must("2023-01-03", new ProgrammeAdopted("PLAN", Name("PLAN"), null, "district", Day("2023-12-31")));
        return book;
    }
}
