using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests;

/// <summary>What holds for the use cases.</summary>
public sealed class SliceTests
{
    private static readonly IReadOnlyList<TypeDefinition> Application = Assemblies.TypesOf("FundTracker.Application");

    [Fact]
    public void A_slice_calls_no_other_slice() =>
        SliceRules.HandlersCallNoSlice(Application).MustHold(Application.Any(SliceRules.IsRequest));

    [Fact]
    public void A_handler_that_calls_another_slice_is_refused() =>
        SliceRules.HandlersCallNoSlice(Assemblies.BadSamples("Slices"))
            .MustReject("CallsThroughTheSender/Handler depends on MediatR.IMediator", "CallsTheOtherSlice/Handler");

    [Fact]
    public void A_command_that_carries_input_has_a_validator() =>
        SliceRules.CommandsHaveValidators(Application).MustHold(Application.Any(SliceRules.IsCommand));

    [Fact]
    public void A_command_without_a_validator_is_refused_and_one_with_it_is_not()
    {
        var outcome = SliceRules.CommandsHaveValidators(Assemblies.BadSamples("Slices"));
        outcome.MustReject("NotValidated/Command");
        Assert.Single(outcome.Violations);
        Assert.Equal(2, outcome.Inspected);
    }
}
