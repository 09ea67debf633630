using FundTracker.Web.Composition;

var app = WebComposition.Build(args);
if (app.WhyNotStarted() is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

await app.Prepare();
await app.RunAsync();
return 0;

/// <summary>The web host; named so that tests can start it.</summary>
public partial class Program;
