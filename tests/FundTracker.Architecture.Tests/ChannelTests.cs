using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>What holds for the ways into the product.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("FundTracker.Web")]
    [InlineData("FundTracker.Cli")]
    public void A_channel_sends_through_the_dispatcher_only(string project)
    {
        var types = Assemblies.TypesOf(DependencyTable.Row(project).Assembly);
        ChannelRules.OnlyThroughTheDispatcher(project + ".Composition", types).MustHold(types.Count > 0);
    }

    [Fact]
    public void A_channel_that_goes_past_the_dispatcher_is_refused() =>
        ChannelRules.OnlyThroughTheDispatcher("FundTracker.Composition", Assemblies.BadSamples("Channels"))
            .MustReject("SendsByItself", "ReadsTheDatabase");

    [Fact]
    public void A_request_says_whether_it_writes()
    {
        var types = Assemblies.TypesOf("FundTracker.Application");
        ChannelRules.RequestsSayWhetherTheyWrite(types).MustHold(types.Any(SliceRules.IsRequest));
    }

    [Fact]
    public void A_request_that_does_not_say_so_is_refused() =>
        ChannelRules.RequestsSayWhetherTheyWrite(Assemblies.BadSamples("Slices")).MustReject("NotValidated/Command");
}
