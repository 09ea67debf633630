using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>
/// A chapter of the demonstration that is no sheet of the workbook: what its accounts do one after another, each through the dispatcher and
/// with its own rights, as people would. Chapters lie in the folder of their feature and are told in order of their place.
/// </summary>
public interface IDemoChapter
{
    /// <summary>Where it stands in the story; lower ones come first.</summary>
    int Place { get; }

    /// <summary>Whether it was told before, so that telling the story again changes nothing.</summary>
    Task<bool> IsTold(DemoTeller teller, CancellationToken cancellation);

    /// <summary>Tells it.</summary>
    /// <returns>Done, or the first refusal.</returns>
    Task<Result<Done>> Tell(DemoTeller teller, CancellationToken cancellation);
}

/// <summary>Sends what the demonstration's accounts do.</summary>
/// <param name="dispatcher">The one way in.</param>
/// <param name="books">Code of the demo's mother fund.</param>
/// <param name="actorOf">The actor of an account; its absence is the host's mistake.</param>
public sealed class DemoTeller(IDispatcher dispatcher, string books, Func<string, Task<Actor>> actorOf)
{
    /// <summary>Code of the demo's mother fund.</summary>
    public string Books => books;

    /// <summary>Sends a request as an account.</summary>
    public async Task<Result<T>> As<T>(string account, IRequest<Result<T>> request, CancellationToken cancellation) =>
        await dispatcher.Send(request, await actorOf(account), cancellation);
}

/// <summary>The demonstration from its records to its last chapter. Told again, it changes nothing.</summary>
/// <param name="dispatcher">The one way in.</param>
/// <param name="data">The records.</param>
/// <param name="chapters">The chapters.</param>
public sealed class DemoStory(IDispatcher dispatcher, IDemoData data, IEnumerable<IDemoChapter> chapters)
{
    /// <summary>The account as which the records are loaded.</summary>
    public const string Recorder = "manager1";

    /// <summary>Loads the records, then tells the chapters that were not told.</summary>
    /// <param name="actorOf">The actor of an account.</param>
    /// <param name="cancellation">Stops between two requests.</param>
    /// <returns>What the records changed, or the first refusal.</returns>
    public async Task<Result<ImportCounts>> Tell(Func<string, Task<Actor>> actorOf, CancellationToken cancellation)
    {
        var teller = new DemoTeller(dispatcher, data.Books, actorOf);
        var loaded = await teller.As(Recorder, new LoadDemo.Command(data.Books), cancellation);
        if (!loaded.IsSuccess) return loaded;
        foreach (var chapter in chapters.OrderBy(chapter => chapter.Place))
        {
            if (await chapter.IsTold(teller, cancellation)) continue;
            var told = await chapter.Tell(teller, cancellation);
            if (!told.IsSuccess) return Result<ImportCounts>.Refused(told.Errors);
        }

        return loaded;
    }
}
