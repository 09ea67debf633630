using FundTracker.Web.Composition;

var app = WebComposition.Build(args);
await app.Prepare();
await app.RunAsync();

/// <summary>The web host; named so that tests can start it.</summary>
public partial class Program;
