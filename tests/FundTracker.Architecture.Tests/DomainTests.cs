using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests;

/// <summary>What holds for the domain and, where it says so, for its arithmetic.</summary>
public sealed class DomainTests
{
    private static readonly IReadOnlyList<TypeDefinition> Domain = Assemblies.TypesOf("FundTracker.Domain");
    private static readonly IReadOnlyList<TypeDefinition> Analytics = Assemblies.TypesOf("FundTracker.Analytics");

    [Fact]
    public void The_domain_reads_no_file_no_network_and_no_clock() =>
        PurityRules.NoInputOutputAndNoClock(Domain).MustHold(Domain.Count > 0);

    [Fact]
    public void Analytics_reads_no_file_no_network_and_no_clock() =>
        PurityRules.NoInputOutputAndNoClock(Analytics).MustHold(Analytics.Count > 0);

    [Fact]
    public void A_type_that_reads_the_world_is_refused() =>
        PurityRules.NoInputOutputAndNoClock(Assemblies.BadSamples("Purity"))
            .MustReject("ReadsAFile", "AsksTheClock", "HoldsAClock");

    [Fact]
    public void No_floating_point_number_appears_in_the_domain() =>
        ExactnessRules.NoFloatingPoint(Domain).MustHold(Domain.Count > 0);

    [Fact]
    public void A_floating_point_number_is_refused_wherever_it_hides() =>
        ExactnessRules.NoFloatingPoint(Assemblies.BadSamples("Exactness"))
            .MustReject("DoubleField", "DoubleInside", "DoubleFromElsewhere");

    [Fact]
    public void No_property_of_the_domain_is_set_from_outside() =>
        ShapeRules.NoPublicSetters(Domain).MustHold(Domain.Count > 0);

    [Fact]
    public void An_entity_is_made_by_its_factory_only()
    {
        var outcome = ShapeRules.EntitiesAreMadeByFactories(Domain);
        outcome.MustHold(Domain.Any(type => type.Namespace == "FundTracker.Domain.Funds"));
    }

    [Fact]
    public void A_value_object_is_a_sealed_record_with_a_private_constructor()
    {
        var values = Domain.Where(type => Assemblies.Outermost(type).Namespace == "FundTracker.Domain.Values").ToList();
        ShapeRules.ValueObjectsAreSealedRecords(values).MustHold(values.Count > 0);
    }

    [Fact]
    public void A_type_of_the_wrong_shape_is_refused()
    {
        var samples = Assemblies.BadSamples("Shapes");
        ShapeRules.NoPublicSetters(samples).MustReject("OpenEntity.Name");
        ShapeRules.EntitiesAreMadeByFactories(samples).MustReject("OpenEntity");
        ShapeRules.ValueObjectsAreSealedRecords(samples)
            .MustReject("InitValue.Part", "PositionalValue", "ClassValue", "StructValue");
    }
}
