// Package check stops a program that was not answered as expected.
package check

import (
	"errors"
	"fmt"
	"net/http"
)

// That stops the program unless the condition holds.
func That(holds bool, what string) {
	if !holds {
		panic("Not as expected: " + what)
	}
}

// Value returns the value of a request that has to succeed.
func Value[T any](value T, response *http.Response, err error) T {
	Done(response, err)
	return value
}

// Tagged returns the value of a request that has to succeed, and its ETag.
func Tagged[T any](value T, response *http.Response, err error) (T, string) {
	Done(response, err)
	return value, response.Header.Get("ETag")
}

// Done stops the program unless the request succeeded.
func Done(_ *http.Response, err error) {
	if err != nil {
		var answered interface{ Body() []byte }
		if errors.As(err, &answered) {
			err = fmt.Errorf("%w: %s", err, answered.Body())
		}
		panic(err)
	}
}

// Problem returns the problem with which a request has to be rejected; P is the ProblemView of the client.
func Problem[P any](err error) *P {
	That(err != nil, "the request is rejected")
	var answered interface{ Model() interface{} }
	if errors.As(err, &answered) {
		if problem, ok := answered.Model().(P); ok {
			return &problem
		}
	}
	panic(err)
}
